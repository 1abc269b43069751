import { expect, test } from '@jest/globals';
import { draftOf, freeId, inputOf } from './draft.js';

const blueprint = { sections: [{ id: 'all', title: 'All', count: 12, shuffle: true, of: {} }], rules: [{ id: 'rule-1', of: { level: 'recall' as const }, least: 2, most: null }], apart: [{ id: 'apart-1', tag: 'twins' }], seconds: 1800 };
const wish = { forms: 3, overlap: 2, mostUse: 1 };

test('a blueprint that is opened and saved is the same', () => {
  expect(inputOf(draftOf(blueprint, wish, []))).toEqual({ blueprint, wish, banks: [] });
});

test('numbers may be written with a comma, and what is none is left for the server to name', () => {
  const draft = draftOf(blueprint, wish, []);
  expect(inputOf({ ...draft, minutes: '2,5', mostUse: '33', forms: 'two' })).toMatchObject({ blueprint: { seconds: 150 }, wish: { forms: 'two', mostUse: 0.33 } });
});

test('a new rule has an id that no rule had', () => {
  expect(freeId([{ id: 'rule-2' }], 'rule')).toBe('rule-3');
});
