import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Score } from './item.js';
import { passes, totalScore } from './total.js';

const scored = (raw: number, max = 1, outcome: Score['outcome'] = 'partial'): Pick<Score, 'raw' | 'max' | 'outcome'> => ({ raw, max, outcome });

describe('a total', () => {
  test('over a thousand items is the exact sum to 1e-9, in any order', () => {
    const part = fc.integer({ min: -2000, max: 1000 });
    fc.assert(fc.property(fc.array(part, { minLength: 1000, maxLength: 1000 }), (thousandths) => {
      const scores = thousandths.map((each) => scored(each / 1000, 0.1));
      const total = totalScore(scores);
      const exact = thousandths.reduce((sum, each) => sum + each, 0) / 1000;
      expect(Math.abs(total.raw - exact)).toBeLessThan(1e-9);
      expect(total.max).toBe(100);
      expect(totalScore([...scores].reverse())).toEqual(total);
      expect(totalScore([...scores].sort((one, other) => one.raw - other.raw))).toEqual(total);
    }), { numRuns: 50 });
  });

  test('of thirds and tenths comes out whole', () => {
    expect(totalScore(Array.from({ length: 999 }, () => scored(1 / 3)))).toMatchObject({ raw: 333, scaled: 0.3333333333 });
    expect(totalScore(Array.from({ length: 1000 }, () => scored(0.1)))).toMatchObject({ raw: 100, scaled: 0.1 });
  });

  test('does not lose a small score beside large ones', () => {
    expect(totalScore([scored(1e6, 1e6), scored(1e-9, 1), scored(-1e6, 1)]).raw).toBeCloseTo(1e-9, 12);
  });

  test('of nothing is nothing, not a division by zero', () => {
    expect(totalScore([])).toEqual({ raw: 0, max: 0, scaled: 0, pending: false });
  });

  test('that certainty has driven below zero is scaled to zero', () => {
    expect(totalScore([scored(-2), scored(1)])).toMatchObject({ raw: -1, scaled: 0 });
  });
});

describe('the pass mark', () => {
  const mark = { passMark: 0.8 };
  test('is met exactly at the mark, even in thirds', () => {
    const thirds = totalScore([...Array.from({ length: 18 }, () => scored(1)), scored(2 / 3), scored(2 / 3), scored(2 / 3), ...Array.from({ length: 4 }, () => scored(0))]);
    expect(thirds.raw).toBe(20);
    expect(passes(mark, thirds)).toBe(true);
    expect(passes(mark, totalScore([...Array.from({ length: 19 }, () => scored(1)), ...Array.from({ length: 6 }, () => scored(0))]))).toBe(false);
  });
  test('is not decided while a person has yet to score, unless it is met already', () => {
    expect(passes(mark, totalScore([scored(1), scored(0, 1, 'pending')]))).toBeNull();
    expect(passes(mark, totalScore([scored(9, 9), scored(0, 1, 'pending')]))).toBe(true);
  });
  test('does not exist for a self-assessment', () => {
    expect(passes({ passMark: null }, totalScore([scored(1)]))).toBeNull();
  });
});
