import { expect, test } from '@jest/globals';
import { shareOut, shuffled } from './share-out.js';

const counts = (given: Map<string, string>) => [...given.values()].reduce<Record<string, number>>((sum, group) => ({ ...sum, [group]: (sum[group] ?? 0) + 1 }), {});

test('people are shared out evenly, everybody once; who is in a group already counts', () => {
  const people = Array.from({ length: 11 }, (_, index) => `p${index}`);
  expect(counts(shareOut(people, new Map([['a', 0], ['b', 0], ['c', 0]])))).toEqual({ a: 4, b: 4, c: 3 });
  expect(counts(shareOut(people, new Map([['a', 9], ['b', 0]])))).toEqual({ a: 1, b: 10 });
  expect(shareOut(people, new Map()).size).toBe(0);
});

test('a drawn order keeps everybody, and follows what is drawn', () => {
  expect(shuffled([1, 2, 3, 4], () => 0)).toEqual([2, 3, 4, 1]);
  expect(shuffled([], () => 0)).toEqual([]);
});
