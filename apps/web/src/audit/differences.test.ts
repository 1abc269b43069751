import { expect, test } from '@jest/globals';
import { differences, inWords, shownAndFolded } from './differences.js';

test('what changed is told value by value, and what stayed is not', () => {
  expect(differences({ name: 'A', release: { score: 'after', key: 'never' }, networks: [], shuffle: true }, { name: 'A', release: { score: 'close', key: 'never' }, networks: ['10.0.0.0/8'], graceSeconds: 30 })).toEqual([
    { name: 'release › score', before: 'after', after: 'close' }, { name: 'networks', before: 'none', after: '10.0.0.0/8' }, { name: 'shuffle', before: 'yes', after: null }, { name: 'grace seconds', before: null, after: '30' },
  ]);
  expect(differences(['LEARNER'], ['LEARNER', 'GRADER'])).toEqual([{ name: '', before: 'LEARNER', after: 'LEARNER, GRADER' }]);
  expect(differences(null, { parts: [{ id: 'a' }] })).toEqual([{ name: 'parts › 1 › id', before: null, after: 'a' }]);
});

test('an action reads as words', () => expect(inWords('delivery-rules.saved')).toBe('Delivery rules saved'));

test('a long change is folded, what only identifies last; one alone is not', () => {
  const { shown, folded } = shownAndFolded(differences(null, { id: 'a', accountId: 'b', dueOn: '2026-12-01', position: 0, state: 'open', title: 'T' }));
  expect(shown.map(({ name }) => name)).toEqual(['due on', 'position', 'state', 'title']);
  expect(folded.map(({ name }) => name)).toEqual(['id', 'account id']);
  expect(shownAndFolded(differences(null, { id: 'a', b: 1, c: 2, d: 3, e: 4 })).folded).toEqual([]);
});
