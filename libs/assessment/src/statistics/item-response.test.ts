import { describe, expect, test } from '@jest/globals';
import { AttemptAccumulator } from './accumulator.js';
import { calibrate } from './item-response.js';
import { chanceFrom, simulate, type SimulatedItem } from './simulated-attempts.js';

/** How many of the estimates lie within 1.96 standard errors of the truth, and the mean of the squared errors in those units. */
function coverage(seeds: readonly string[], learners: number, shown: number): { inside: number; all: number; square: number } {
  const out = { inside: 0, all: 0, square: 0 };
  for (const seed of seeds) {
    const chance = chanceFrom(seed);
    const items = Array.from({ length: 20 }, (_, at): SimulatedItem => ({ id: `item-${at}`, slope: 0.7 + 1.1 * chance.uniform(), difficulty: -1.5 + 3 * chance.uniform(), guess: 0 }));
    const accumulator = new AttemptAccumulator();
    for (let at = 0; at < learners; at++) {
      const first = Math.floor(chance.uniform() * items.length);
      const form = Array.from({ length: shown }, (__, step) => items[(first + step) % items.length]).filter((item) => item !== undefined);
      accumulator.add(simulate(chance, form, chance.normal()));
    }
    const found = calibrate(accumulator).value;
    for (const { id, slope, difficulty } of items) {
      const item = found?.items.get(id)?.value;
      if (item === null || item === undefined) throw new Error(`${id} was not fitted`);
      for (const z of [(item.difficulty - difficulty) / item.difficultyError, (item.discrimination - slope) / item.discriminationError]) {
        out.all += 1;
        out.square += z * z;
        if (Math.abs(z) < 1.96) out.inside += 1;
      }
    }
  }
  return out;
}

describe('parameters that answers were generated with are found again within their standard errors', () => {
  test('when everybody sees every item', () => {
    const { inside, all, square } = coverage(['one', 'two', 'three', 'four', 'five'], 1_000, 20);
    expect(all).toBe(200);
    expect(inside / all).toBeGreaterThan(0.9);
    expect(inside / all).toBeLessThan(0.99);
    expect(Math.sqrt(square / all)).toBeGreaterThan(0.85);
    expect(Math.sqrt(square / all)).toBeLessThan(1.2);
  });

  test('when every learner sees another 8 of 20 items', () => {
    const { inside, all, square } = coverage(['six', 'seven', 'eight'], 2_000, 8);
    expect(inside / all).toBeGreaterThan(0.9);
    expect(Math.sqrt(square / all)).toBeLessThan(1.2);
  });
});

test('an item with partial credit, one that all get right and one that few saw are left out, with the reason', () => {
  const chance = chanceFrom('reasons');
  const items = Array.from({ length: 4 }, (_, at): SimulatedItem => ({ id: `item-${at}`, slope: 1, difficulty: at / 4, guess: 0 }));
  const accumulator = new AttemptAccumulator();
  for (let at = 0; at < 300; at++) {
    const { scores } = simulate(chance, items, chance.normal());
    accumulator.add({ scores: [...scores, { item: 'partial', raw: at % 3, max: 2 }, { item: 'easy', raw: 1, max: 1 }, ...(at < 20 ? [{ item: 'rare', raw: at % 2, max: 1 }] : [])] });
  }
  const found = calibrate(accumulator).value;
  expect(['partial', 'easy', 'rare', 'item-0'].map((id) => found?.items.get(id)?.why)).toEqual(['partial-credit', 'no-variance', 'too-few-attempts', undefined]);
});

test('two items that are always answered alike have no curve: null with a reason, not a huge number', () => {
  const chance = chanceFrom('twins');
  const items = Array.from({ length: 6 }, (_, at): SimulatedItem => ({ id: `item-${at}`, slope: 1, difficulty: at / 3 - 1, guess: 0 }));
  const accumulator = new AttemptAccumulator();
  for (let at = 0; at < 400; at++) {
    const { scores } = simulate(chance, items, chance.normal());
    accumulator.add({ scores: [...scores, { item: 'twin', raw: scores[0]?.raw ?? 0, max: 1 }] });
  }
  const found = calibrate(accumulator);
  for (const id of ['item-0', 'twin']) expect(found.why ?? found.value?.items.get(id)?.why).toMatch(/^(not-converged|unstable)$/);
});

test('under 200 attempts nothing is fitted, and the reason says so', () => {
  const chance = chanceFrom('few');
  const accumulator = new AttemptAccumulator();
  const items = Array.from({ length: 10 }, (_, at): SimulatedItem => ({ id: `item-${at}`, slope: 1, difficulty: 0 }));
  for (let at = 0; at < 199; at++) accumulator.add(simulate(chance, items, chance.normal()));
  expect(calibrate(accumulator)).toEqual({ value: null, why: 'too-few-attempts' });
});
