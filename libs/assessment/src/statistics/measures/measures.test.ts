import { describe, expect, test } from '@jest/globals';
import { AttemptAccumulator } from '../accumulator.js';
import { analyse, type Statistics } from '../analyse.js';
import { explain, headline } from '../explain/index.js';
import { chanceFrom, keyOf, simulate, type SimulatedItem } from '../simulated-attempts.js';
import { itemMeasures } from './item-measures.js';
import { testMeasures } from './test-measures.js';

function testOf(learners: number, flaw?: 'miskeyed'): Statistics {
  const chance = chanceFrom('measures');
  const items = Array.from({ length: 20 }, (_, at): SimulatedItem => ({ id: `item-${at}`, slope: 1.2, difficulty: at / 5 - 2, guess: 0, ...(at === 10 && flaw !== undefined ? { flaw } : {}) }));
  const accumulator = new AttemptAccumulator();
  for (let at = 0; at < learners; at++) accumulator.add({ id: `attempt-${at}`, ...simulate(chance, items, chance.normal()) });
  return analyse(accumulator, { passMark: 0.6, items: new Map(items.map((item) => [item.id, { key: [keyOf(item)], options: ['A', 'B', 'C', 'D'] }])) });
}

describe('every number comes with how sure it is, what it says and what it means', () => {
  test('of an item and of the test, when there are attempts enough', () => {
    const statistics = testOf(300);
    const [item] = statistics.items;
    if (item === undefined) throw new Error('there are items');
    const said = explain(statistics);
    for (const measure of [...itemMeasures(item, said.filter((one) => one.item === item.item)), ...testMeasures(statistics.test, said.filter((one) => one.item === null))]) {
      expect(measure).toMatchObject({ name: expect.stringMatching(/./), sentence: expect.stringMatching(/\.$/), meaning: expect.stringMatching(/\.$/) });
      expect([measure.code, measure.value === null]).toEqual([measure.code, measure.code === 'differential']);
      if (measure.low !== null && measure.high !== null && measure.value !== null) expect(measure.low <= measure.value && measure.value <= measure.high).toBe(true);
    }
  });

  test('or with the reason why it is not given', () => {
    const statistics = testOf(3);
    const missing = testMeasures(statistics.test, explain(statistics)).filter(({ value }) => value === null);
    expect(missing.map(({ code, missing: why }) => [code, why])).toContainEqual(['decisions', 'too-few-attempts']);
    for (const { sentence } of missing) expect(sentence).toMatch(/not given: /);
  });

  test('and the curve of an item lies within its band, which is narrowest where learners are', () => {
    const curve = testOf(300).items[10]?.itemResponse.value?.curve ?? [];
    expect(curve).toHaveLength(33);
    for (const { probability, low, high } of curve) expect(low < probability && probability < high).toBe(true);
    const logitWidth = (at: number): number => { const point = curve[at]; return point === undefined ? Number.NaN : Math.log(point.high / (1 - point.high)) - Math.log(point.low / (1 - point.low)); };
    expect(logitWidth(16)).toBeLessThan(logitWidth(0));
    expect(logitWidth(16)).toBeLessThan(logitWidth(32));
  });
});

test('one sentence says first how many items need a look and what the scores are good for', () => {
  const flawed = testOf(300, 'miskeyed');
  expect(headline(flawed, explain(flawed))).toBe('1 of 20 items needs a look; reliability is good enough for decisions about groups, not about single learners.');
  const few = testOf(4);
  expect(headline(few, explain(few))).toBe('There are 4 attempts: from 30 on items are judged.');
});
