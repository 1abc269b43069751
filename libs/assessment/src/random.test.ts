import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { randomFrom } from './random.js';

test('a seed gives the same numbers as it ever did, or attempts that are open would change under the learner', () => {
  const random = randomFrom('preceptor');
  expect(Array.from({ length: 8 }, () => random.below(1000))).toEqual([608, 702, 399, 851, 367, 767, 421, 471]);
  expect(randomFrom('päß 🙂').shuffle([1, 2, 3, 4, 5, 6, 7])).toEqual([3, 4, 7, 2, 6, 1, 5]);
});

test('a shuffle keeps every entry once and leaves the list as it was', () => {
  fc.assert(fc.property(fc.string(), fc.array(fc.nat()), (seed, list) => {
    const before = [...list];
    expect(randomFrom(seed).shuffle(list).sort()).toEqual([...list].sort());
    expect(list).toEqual(before);
  }));
});

test('numbers spread evenly, for seeds that differ by one letter too', () => {
  const counts = Array.from({ length: 10 }, () => 0);
  for (let seed = 0; seed < 10_000; seed++) {
    const at = randomFrom(`seed-${seed}`).below(10);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(130);
});
