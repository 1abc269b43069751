import { describe, expect, test } from '@jest/globals';
import { AttemptAccumulator } from './accumulator.js';
import { analyse } from './analyse.js';
import { probabilityOf } from './item-response.js';
import { chanceFrom, simulate, type SimulatedItem } from './simulated-attempts.js';

const chance = chanceFrom('seen beside the curve');
const items = Array.from({ length: 30 }, (_, at): SimulatedItem => ({ id: `item-${at}`, slope: 0.8 + chance.uniform(), difficulty: -1.5 + 3 * chance.uniform(), guess: 0 }));

describe('what each fifth of the learners earned, drawn beside the curve', () => {
  test('lies on the true curve where the answers follow the model', () => {
    const accumulator = new AttemptAccumulator();
    for (let at = 0; at < 2_000; at++) accumulator.add(simulate(chance, items, chance.normal()));
    const off = analyse(accumulator).items.flatMap(({ item, seenCurve }) => {
      const truth = items.find(({ id }) => id === item);
      return seenCurve.map(({ ability, score }) => score - (truth === undefined || ability === null ? Number.NaN : probabilityOf({ difficulty: truth.difficulty, discrimination: truth.slope }, ability)));
    });
    expect(off).toHaveLength(150);
    // a fifth is 400 learners: a standard error of at most 0.025, and the curve bends within the group
    expect(Math.max(...off.map(Math.abs))).toBeLessThan(0.1);
    expect(Math.sqrt(off.reduce((sum, one) => sum + one * one, 0) / off.length)).toBeLessThan(0.03);
  });

  test('has no place on a scale that is not known', () => {
    const accumulator = new AttemptAccumulator();
    for (let at = 0; at < 60; at++) accumulator.add(simulate(chance, items, chance.normal()));
    const [first] = analyse(accumulator).items;
    expect(first?.seenCurve.map(({ ability }) => ability)).toEqual([null, null, null]);
  });
});
