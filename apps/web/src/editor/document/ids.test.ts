import { describe, expect, test } from '@jest/globals';
import { freshId, placeOfFinding, withIds } from './ids.js';

describe('ids of rows', () => {
  test('are written out as the compiler would give them by place, counted over all lists of a passage', () => {
    expect(withIds({ options: [{ text: 'A' }, { id: 'x', text: 'B' }, { text: 'C' }] })).toEqual({ options: [{ id: 'a', text: 'A' }, { id: 'x', text: 'B' }, { id: 'c', text: 'C' }] });
    expect(withIds({ questions: [{ options: [{}, {}] }, { options: [{}] }] })).toEqual({ questions: [{ id: 'q-a', options: [{ id: 'a' }, { id: 'b' }] }, { id: 'q-b', options: [{ id: 'c' }] }] });
  });

  test('that are new are taken by nothing in the item, wherever it stands', () => {
    expect(freshId({ id: 'a', options: [{ id: 'a' }], questions: [{ id: 'q-a', options: [{ id: 'b' }] }] })).toBe('c');
    expect(freshId({ questions: [{ id: 'q-a' }] }, 'q-')).toBe('q-b');
  });
});

test.each([
  ['options.b', ['options', 1]], ['gaps.g1.c', ['gaps', 0, 'options', 1]], ['feedback', ['feedback']], ['statements', ['statements']], ['key', []], ['options.z', ['options']],
])('item lint’s %s is found in the form', (place, path) => {
  expect(placeOfFinding({ stem: '', options: [{ id: 'a' }, { id: 'b' }], gaps: [{ id: 'g1', options: [{ id: 'a' }, { id: 'c' }] }] }, place)).toEqual(path);
});
