import { describe, expect, test } from '@jest/globals';
import { AttemptAccumulator } from './accumulator.js';
import { analyse } from './analyse.js';
import type { AttemptResult } from './attempt.js';
import { chanceFrom, simulate, type SimulatedItem } from './simulated-attempts.js';

const items = Array.from({ length: 12 }, (_, at): SimulatedItem => ({ id: `item-${at}`, slope: 1 + at / 20, difficulty: at / 6 - 1 }));

function attempts(count: number, shown = items.length): AttemptResult[] {
  const chance = chanceFrom('attempts');
  return Array.from({ length: count }, (_, at) => {
    const from = Math.floor(chance.uniform() * items.length);
    const form = Array.from({ length: shown }, (__, step) => items[(from + step) % items.length]).filter((item) => item !== undefined);
    return { id: `attempt-${at}`, version: at < count / 2 ? '1' : '2', ...simulate(chance, form, chance.normal(), `cohort-${at % 3}`) };
  });
}

const over = (list: readonly AttemptResult[]): AttemptAccumulator => {
  const accumulator = new AttemptAccumulator({ sample: 400 });
  for (const attempt of list) accumulator.add(attempt);
  return accumulator;
};

test.each([12, 5])('chunks merged in any order give the statistics of all at once, with %i of 12 items shown', (shown) => {
  const all = attempts(900, shown);
  const whole = analyse(over(all), { passMark: 0.5, compare: { reference: 'cohort-0', focal: 'cohort-1' } });
  const merged = new AttemptAccumulator({ sample: 400 });
  for (const chunk of [all.slice(700), all.slice(0, 250), all.slice(250, 700)]) merged.merge(over(chunk));
  const again = analyse(merged, { passMark: 0.5, compare: { reference: 'cohort-0', focal: 'cohort-1' } });
  expect(close(again.test)).toEqual(close(whole.test));
  for (const item of whole.items) {
    const other = again.items.find((one) => one.item === item.item);
    for (const part of ['facility', 'discrimination', 'upperLower', 'options', 'time', 'omitted', 'differential', 'itemResponse', 'seenCurve'] as const) {
      expect(close(other?.[part])).toEqual(close(item[part]));
    }
    const byName = (one: typeof item | undefined): unknown => close([...(one?.byCohort.value?.groups ?? [])].sort((a, b) => a.group.localeCompare(b.group)));
    expect(byName(other)).toEqual(byName(item));
  }
});

describe('what cannot be said is null with a reason', () => {
  test('nothing was seen', () => {
    const { test: whole, items: none } = analyse(new AttemptAccumulator(), { passMark: 0.5 });
    expect(none).toEqual([]);
    expect(whole).toMatchObject({ n: 0, reliability: { why: 'too-few-attempts' }, passRate: { why: 'too-few-attempts' } });
  });

  test('everybody has the same score', () => {
    const accumulator = new AttemptAccumulator();
    for (let at = 0; at < 50; at++) accumulator.add({ scores: [{ item: 'a', raw: 1, max: 1 }, { item: 'b', raw: 0, max: 1 }] });
    const { test: whole, items: [first] } = analyse(accumulator, { passMark: 0.5 });
    expect(whole).toMatchObject({ reliability: { why: 'no-variance' }, skewness: { why: 'no-variance' }, decisions: { why: 'no-reliability' } });
    expect(first).toMatchObject({ discrimination: { why: 'no-variance' }, itemResponse: { why: 'too-few-attempts' }, byCohort: { why: 'one-group' }, time: { why: 'no-times' } });
  });

  test('scores that are no numbers, or of no points, are left out', () => {
    const accumulator = new AttemptAccumulator();
    accumulator.add({ scores: [{ item: 'a', raw: Number.NaN, max: 1 }, { item: 'b', raw: 0, max: 0 }, { item: 'c', raw: 1, max: 2 }] });
    accumulator.add({ scores: [{ item: 'b', raw: 0, max: 0 }] });
    expect(analyse(accumulator)).toMatchObject({ test: { n: 1, mean: 0.5 }, items: [{ item: 'c' }] });
  });
});

test('learners with other items of the same bank: discrimination and difficulty are those of learners who saw everything', () => {
  const complete = analyse(over(attempts(6_000)));
  const drawn = analyse(over(attempts(6_000, 6)));
  for (const { item, facility, discrimination } of complete.items) {
    const other = drawn.items.find((one) => one.item === item);
    expect(other?.exposure).toBeCloseTo(0.5, 1);
    expect(Math.abs((other?.facility.mean ?? 0) - facility.mean)).toBeLessThan(0.04);
    // a rest score of 5 items is less exact than one of 11, so the correlation is lower, but never of another sign
    expect(other?.discrimination.value?.r ?? -1).toBeGreaterThan(0.5 * (discrimination.value?.r ?? 0));
  }
  expect(drawn.test.reliability.value?.method).toBe('generalisability');
  expect(drawn.test.reliability.value?.coefficient ?? 1).toBeLessThan(complete.test.reliability.value?.coefficient ?? 0);
});

test('who passes is told exactly, between two whole per cents too', () => {
  const accumulator = new AttemptAccumulator();
  for (const right of [24, 25, 26, 42]) accumulator.add({ scores: [{ item: 'a', raw: right, max: 42 }] });
  const passed = (passMark: number): number | null => analyse(accumulator, { passMark }).test.passRate.value;
  expect([passed(0.6), passed(25 / 42), passed(0.595)]).toEqual([0.5, 0.75, 0.75]);
});

test('times: the mean is exact, the median within 4 %', () => {
  const accumulator = new AttemptAccumulator();
  const times = Array.from({ length: 999 }, (_, at) => 5 * 1.005 ** at);
  for (const seconds of times) accumulator.add({ scores: [{ item: 'a', raw: 1, max: 1, seconds }] });
  const time = analyse(accumulator).items[0]?.time.value;
  expect(time?.mean).toBeCloseTo(times.reduce((a, b) => a + b, 0) / times.length, 6);
  expect(Math.abs((time?.median ?? 0) / (times[499] ?? 1) - 1)).toBeLessThan(0.04);
});

test('the upper-lower index counts learners tied at the border in proportion', () => {
  const accumulator = new AttemptAccumulator();
  // 50 weak learners (rest 0) of whom 10 are right, 50 strong (rest 1) of whom 40 are
  for (let at = 0; at < 100; at++) accumulator.add({ scores: [{ item: 'a', raw: (at < 50 ? at < 10 : at < 90) ? 1 : 0, max: 1 }, { item: 'rest', raw: at < 50 ? 0 : 1, max: 1 }] });
  const found = analyse(accumulator).items[0]?.upperLower.value;
  expect(found?.upper).toBeCloseTo(0.8, 12);
  expect(found?.lower).toBeCloseTo(0.2, 12);
  expect(found?.index).toBeCloseTo(0.6, 12);
});

/** Numbers to six digits, for sums that came in another order. */
function close(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null, (_, one: unknown) => (typeof one === 'number' ? Number(one.toPrecision(6)) : one))) as unknown;
}
