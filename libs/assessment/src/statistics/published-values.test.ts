import { describe, expect, test } from '@jest/globals';
import { AttemptAccumulator } from './accumulator.js';
import { analyse } from './analyse.js';
import { drift } from './drift.js';
import { differential } from './mantel-haenszel.js';
import { berkeley, chineseCities, lsat6Attempts, ratings } from './published-data.js';
import { ScoreTable } from './score-table.js';

describe('LSAT section 6, as R gives it (ltm 1.1: descript(LSAT), summary(ltm(LSAT ~ z1)); mirt: itemstats(LSAT6))', () => {
  const accumulator = new AttemptAccumulator();
  for (const attempt of lsat6Attempts()) accumulator.add(attempt);
  const { test: whole, items } = analyse(accumulator);

  test('facility, corrected point-biserial and alpha without the item', () => {
    const expected = [[0.924, 0.1128, 0.2754], [0.709, 0.1532, 0.2376], [0.553, 0.1728, 0.2168], [0.763, 0.1444, 0.2459], [0.87, 0.1216, 0.2663]];
    items.forEach((item, at) => {
      const [facility = 0, r = 0, without = 0] = expected[at] ?? [];
      expect(item.facility.mean).toBeCloseTo(facility, 10);
      expect(item.discrimination.value?.r).toBeCloseTo(r, 4);
      expect(item.alphaWithout).toBeCloseTo(without, 4);
    });
  });

  test('mean, standard deviation, KR-20, standard error of measurement and the distribution of scores', () => {
    expect(whole.mean * 5).toBeCloseTo(3.819, 3);
    expect((whole.standardDeviation ?? 0) * 5).toBeCloseTo(1.035, 3);
    expect(whole.reliability.value?.method).toBe('kr-20');
    expect(whole.reliability.value?.coefficient).toBeCloseTo(0.295, 4);
    expect((whole.standardErrorOfMeasurement.value ?? 0) * 5).toBeCloseTo(0.869, 3);
    expect([0, 20, 40, 60, 80, 100].map((level) => whole.distribution[level])).toEqual([3, 20, 85, 237, 357, 298]);
  });

  test('Feldt’s interval of KR-20, skewness and the upper-lower index, reckoned apart from the same data by NumPy 2 and SciPy 1.17 (stats.f.ppf, stats.skew)', () => {
    expect(whole.reliability.value?.low).toBeCloseTo(0.22347379, 6);
    expect(whole.reliability.value?.high).toBeCloseTo(0.36180253, 6);
    expect(whole.skewness.value).toBeCloseTo(-0.6899739276, 8);
    const expected = [0.0672855, 0.1578065, 0.1812791, 0.1401606, 0.0949305];
    items.forEach((item, at) => { expect(item.upperLower.value?.index).toBeCloseTo(expected[at] ?? 0, 6); });
  });

  test('two-parameter logistic model: log likelihood, difficulties, discriminations and the standard errors of both', () => {
    expect(whole.calibration.value?.logLikelihood).toBeCloseTo(-2466.653, 2);
    const expected = [[-3.3597, 0.8669, 0.8254, 0.2581], [-1.3696, 0.3073, 0.7229, 0.1867], [-0.2799, 0.0997, 0.8905, 0.2326], [-1.8659, 0.4341, 0.6886, 0.1852], [-3.1236, 0.87, 0.6575, 0.21]];
    items.forEach(({ itemResponse }, at) => {
      const found = itemResponse.value;
      const [b = 0, bError = 0, a = 0, aError = 0] = expected[at] ?? [];
      // the optimisers stop at slightly different places of a flat likelihood
      expect(Math.abs((found?.difficulty ?? 0) - b)).toBeLessThan(0.01 * Math.abs(b));
      expect(Math.abs((found?.difficultyError ?? 0) - bError)).toBeLessThan(0.02 * bError);
      expect(Math.abs((found?.discrimination ?? 0) - a)).toBeLessThan(0.01 * a);
      expect(Math.abs((found?.discriminationError ?? 0) - aError)).toBeLessThan(0.02 * aError);
    });
  });
});

describe('admissions to Berkeley, as R gives it (mantelhaen.test(UCBAdmissions))', () => {
  const [men, women] = [new ScoreTable(), new ScoreTable()];
  berkeley.forEach(([menIn, menOut, womenIn, womenOut], department) => {
    fill(men, department, menIn, menOut);
    fill(women, department, womenIn, womenOut);
  });

  test('Mantel-Haenszel: common odds ratio with its interval, chi-square with continuity correction and p', () => {
    const found = differential(men, women).value;
    expect(found?.odds?.ratio).toBeCloseTo(0.9046968, 7);
    expect(found?.odds?.low).toBeCloseTo(0.7719074, 6);
    expect(found?.odds?.high).toBeCloseTo(1.0603298, 6);
    expect(found?.chiSquare).toBeCloseTo(1.4269, 4);
    expect(found?.p).toBeCloseTo(0.2323, 4);
    expect(found).toMatchObject({ class: 'A', favours: null });
  });

  test('without the correction (correct = FALSE) it is the test of drift between two groups', () => {
    const [, second] = drift(['men', 'women'], [men, women]).value?.groups ?? [];
    expect((second?.adjusted?.z ?? 0) ** 2).toBeCloseTo(1.5246, 4);
    expect(second?.adjusted?.p).toBeCloseTo(0.2169, 4);
  });
});

describe('smoking and lung cancer in eight Chinese cities, as Agresti prints it (CMH 280.1, odds ratio 2.17) and SAS gives it (2.1745, 1.9840 to 2.3832)', () => {
  test('a large difference over many strata is of class C, with its delta', () => {
    const [smokers, others] = [new ScoreTable(), new ScoreTable()];
    chineseCities.forEach(([cases, controls, otherCases, otherControls], city) => {
      fill(smokers, city, cases, controls);
      fill(others, city, otherCases, otherControls);
    });
    const found = differential(smokers, others).value;
    expect(found?.odds?.ratio).toBeCloseTo(2.1745, 4);
    expect(found?.odds?.low).toBeCloseTo(1.984, 3);
    expect(found?.odds?.high).toBeCloseTo(2.3832, 3);
    expect(found?.odds?.delta).toBeCloseTo(-2.35 * Math.log(2.1745), 3);
    expect((drift(['smokers', 'others'], [smokers, others]).value?.groups[1]?.adjusted?.z ?? 0) ** 2).toBeCloseTo(280.1375, 3);
    expect(found).toMatchObject({ class: 'C', favours: 'reference' });
  });
});

test('skewness is SciPy’s: stats.skew([2, 8, 0, 4, 1, 9, 9, 0]) is 0.2650554122698573 in its manual', () => {
  const accumulator = new AttemptAccumulator();
  for (const raw of [2, 8, 0, 4, 1, 9, 9, 0]) accumulator.add({ scores: [{ item: 'one', raw, max: 9 }] });
  expect(analyse(accumulator).test.skewness.value).toBeCloseTo(0.2650554122698573, 12);
});

describe('Shrout & Fleiss 1979, as R gives it (psych: ICC)', () => {
  test('alpha with its interval is ICC(3, k): 0.91, 0.676 to 0.99', () => {
    const found = reliabilityOf(ratings.map((row) => row.map((rating, judge) => ({ item: `judge-${judge}`, raw: rating, max: 10 }))));
    expect(found?.method).toBe('alpha');
    expect(found?.coefficient).toBeCloseTo(0.9093, 4);
    expect(found?.low).toBeCloseTo(0.676, 3);
    expect(found?.high).toBeCloseTo(0.99, 2);
  });

  test('where every learner has other items it is ICC(1, k): 0.44, -0.884 to 0.91', () => {
    const found = reliabilityOf(ratings.map((row, target) => row.map((rating, judge) => ({ item: `${target}-${judge}`, raw: rating, max: 10 }))));
    expect(found?.method).toBe('generalisability');
    expect(found?.coefficient).toBeCloseTo(0.4428, 4);
    expect(found?.low).toBeCloseTo(-0.884, 3);
    expect(found?.high).toBeCloseTo(0.91, 2);
  });
});

function reliabilityOf(rows: { item: string; raw: number; max: number }[][]) {
  const accumulator = new AttemptAccumulator();
  for (const scores of rows) accumulator.add({ scores });
  return analyse(accumulator).test.reliability.value;
}

function fill(table: ScoreTable, level: number, right: number, wrong: number): void {
  for (let at = 0; at < right; at++) table.add(level, 1);
  for (let at = 0; at < wrong; at++) table.add(level, 0);
}
