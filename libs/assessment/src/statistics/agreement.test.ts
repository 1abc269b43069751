import { describe, expect, test } from '@jest/globals';
import { agreementTable, cohensKappa, wordOfAgreement } from './agreement.js';

/** J. L. Fleiss, Statistical Methods for Rates and Proportions (2nd edition, 1981), table 13.1: two raters' diagnoses of 100 patients. */
const diagnoses = [[75, 1, 4], [5, 4, 1], [0, 0, 10]];
/** "Fun" of 91 married couples, Hout, Duncan & Sobel 1987: `SexualFun` of the R package vcd, whose manual prints `Kappa(SexualFun)`. */
const couples = [[7, 7, 2, 3], [2, 8, 3, 7], [1, 5, 4, 9], [2, 8, 9, 14]];
/** J. Cohen (1968), table 1, as proportions of 200 with his weights of disagreement; the example of `cohen.kappa` in the R package psych. */
const judges = [[88, 14, 18], [10, 40, 10], [2, 6, 12]];

describe("Cohen's kappa is that of published examples", () => {
  test('unweighted, with its standard error', () => {
    const { value } = cohensKappa(diagnoses);
    expect(value?.kappa).toBeCloseTo(0.676, 3);
    expect(value?.standardError).toBeCloseTo(0.088, 3);
    expect(value?.n).toBe(100);
    expect(cohensKappa(couples).value?.kappa).toBeCloseTo(0.1293, 4);
    expect(cohensKappa(couples).value?.standardError).toBeCloseTo(0.0686, 4);
  });
  test('weighted by distance', () => {
    expect(cohensKappa(couples, 'linear').value?.kappa).toBeCloseTo(0.2374, 4);
    expect(cohensKappa(couples, 'linear').value?.standardError).toBeCloseTo(0.0783, 4);
  });
  test("weighted as Cohen weighted it himself", () => {
    expect(cohensKappa(judges).value?.kappa).toBeCloseTo(0.492, 3);
    expect(cohensKappa(judges, [[0, 1, 3], [1, 0, 6], [3, 6, 0]]).value?.kappa).toBeCloseTo(0.348, 3);
  });
  test('weighted by the square of the distance it is the intraclass correlation of the ratings (Fleiss & Cohen 1973)', () => {
    const pairs = couples.flatMap((row, first) => row.flatMap((count, second) => Array.from({ length: count }, (): [number, number] => [first, second])));
    const mean = (of: (pair: [number, number]) => number): number => pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length;
    const [one, two] = [mean(([first]) => first), mean(([, second]) => second)];
    const covariance = mean(([first, second]) => (first - one) * (second - two));
    const variances = mean(([first]) => (first - one) ** 2) + mean(([, second]) => (second - two) ** 2);
    expect(cohensKappa(couples, 'quadratic').value?.kappa).toBeCloseTo((2 * covariance) / (variances + (one - two) ** 2), 10);
  });
});

describe("Kappa's standard error is that of a second way of computing it", () => {
  /** Cohen's (1960, 1968) definition alone, of proportions: 1 - seen disagreement / disagreement by chance, each weighed by `gravity`. */
  const kappaOf = (p: number[][], gravity: (row: number, column: number) => number): number => {
    const sumOf = (of: (row: number, column: number) => number): number => p.reduce((sum, line, row) => sum + line.reduce((part, _, column) => part + of(row, column), 0), 0);
    const row = p.map((line) => line.reduce((sum, one) => sum + one, 0));
    const column = p.map((_, at) => p.reduce((sum, line) => sum + (line[at] ?? 0), 0));
    return 1 - sumOf((i, j) => gravity(i, j) * (p[i]?.[j] ?? 0)) / sumOf((i, j) => gravity(i, j) * (row[i] ?? 0) * (column[j] ?? 0));
  };
  /** The delta method with slopes found by difference quotients: of multinomial counts, n var(kappa) = sum p d^2 - (sum p d)^2. */
  const errorOf = (table: number[][], gravity: (row: number, column: number) => number): number => {
    const n = table.flat().reduce((sum, count) => sum + count, 0);
    const p = table.map((line) => line.map((count) => count / n));
    const step = 1e-6;
    const bumped = (i: number, j: number, by: number) => kappaOf(p.map((line, row) => line.map((one, column) => (row === i && column === j ? one + by : one))), gravity);
    const cells = p.flatMap((line, i) => line.map((share, j) => ({ share, slope: (bumped(i, j, step) - bumped(i, j, -step)) / (2 * step) })));
    const mean = cells.reduce((sum, { share, slope }) => sum + share * slope, 0);
    return Math.sqrt((cells.reduce((sum, { share, slope }) => sum + share * slope ** 2, 0) - mean ** 2) / n);
  };
  test.each([['none', (i: number, j: number) => Number(i !== j)], ['linear', (i: number, j: number) => Math.abs(i - j)], ['quadratic', (i: number, j: number) => (i - j) ** 2]] as const)('weights: %s', (weights, gravity) => {
    for (const table of [diagnoses, couples, judges]) {
      const n = table.flat().reduce((sum, count) => sum + count, 0);
      expect(cohensKappa(table, weights).value?.kappa).toBeCloseTo(kappaOf(table.map((line) => line.map((count) => count / n)), gravity), 10);
      expect(cohensKappa(table, weights).value?.standardError).toBeCloseTo(errorOf(table, gravity), 6);
    }
  });
});

describe('kappa', () => {
  test('is 1 where both always agree and below 0 where they agree less often than by chance', () => {
    expect(cohensKappa([[5, 0], [0, 5]]).value).toMatchObject({ kappa: 1, observed: 1, standardError: 0, low: 1, high: 1 });
    expect(cohensKappa([[0, 5], [5, 0]]).value?.kappa).toBe(-1);
  });
  test('is not made up where it is not defined', () => {
    expect(cohensKappa([[0, 0], [0, 0]])).toEqual({ value: null, why: 'too-few-attempts' });
    expect(cohensKappa([[9, 0], [0, 0]])).toEqual({ value: null, why: 'no-variance' });
  });
  test('is read off pairs, and off none that are out of bounds', () => {
    expect(agreementTable([[0, 0], [0, 1], [1, 1], [7, 0]], 2)).toEqual([[1, 1], [0, 1]]);
    expect([-0.1, 0.1, 0.3, 0.5, 0.7, 0.9].map(wordOfAgreement)).toEqual(['poor', 'slight', 'fair', 'moderate', 'substantial', 'almost perfect']);
  });
});
