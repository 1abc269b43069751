import { known, unknown, type Interval, type Measure } from './attempt.js';
import { chiSquareTail } from './distributions.js';
import { levels, type ScoreTable } from './score-table.js';

/** How an item treats two groups of equal total score. */
export interface DifferentialFunctioning {
  /** attempts of each */
  groups: { reference: number; focal: number };
  /** focal group's mean score less the reference group's, at equal total score (weighed by the focal group): Dorans & Kulick's STD P-DIF */
  difference: number;
  chiSquare: number;
  p: number;
  /** ETS classes: A negligible, B moderate, C large */
  class: 'A' | 'B' | 'C';
  /** which group the item favours; null in class A */
  favours: 'reference' | 'focal' | null;
  /** for items scored right or wrong: the odds of the reference group over the focal group's, and on the ETS delta scale */
  odds: ({ ratio: number; delta: number; deltaError: number } & Interval) | null;
}

/**
 * Mantel-Haenszel over strata of equal total score, the studied item included (P. W. Holland & D. T. Thayer 1988), with
 * continuity correction; for partial credit N. Mantel's test of 1963, classed by the standardised mean difference. The
 * variance of the log odds ratio is Robins, Breslow & Greenland's (1986).
 */
export function differential(reference: ScoreTable | undefined, focal: ScoreTable | undefined): Measure<DifferentialFunctioning> {
  if (reference === undefined || focal === undefined) return unknown('unknown-group');
  const sums = { observed: 0, expected: 0, variance: 0, difference: 0, focal: 0, r: 0, s: 0, pr: 0, both: 0, qs: 0 };
  let dichotomous = true;
  for (let level = 0; level < levels; level++) {
    const [n1, n2] = [reference.n[level] ?? 0, focal.n[level] ?? 0];
    if (n1 === 0 || n2 === 0) continue;
    const n = n1 + n2;
    const [y1, y2] = [reference.sum[level] ?? 0, focal.sum[level] ?? 0];
    const squares = (reference.squares[level] ?? 0) + (focal.squares[level] ?? 0);
    if (Math.abs(squares - y1 - y2) > 1e-9) dichotomous = false;
    sums.observed += y1;
    sums.expected += (n1 * (y1 + y2)) / n;
    sums.variance += (n1 * n2 * (n * squares - (y1 + y2) ** 2)) / (n * n * (n - 1));
    sums.difference += n2 * (y2 / n2 - y1 / n1);
    sums.focal += n2;
    const [r, s] = [(y1 * (n2 - y2)) / n, ((n1 - y1) * y2) / n];
    const [p, q] = [(y1 + n2 - y2) / n, (n1 - y1 + y2) / n];
    sums.r += r;
    sums.s += s;
    sums.pr += p * r;
    sums.both += p * s + q * r;
    sums.qs += q * s;
  }
  if (sums.focal === 0) return unknown('no-overlap');
  if (!(sums.variance > 1e-9)) return unknown('no-variance');
  const correction = dichotomous ? 0.5 : 0;
  const chiSquare = Math.max(0, Math.abs(sums.observed - sums.expected) - correction) ** 2 / sums.variance;
  const p = chiSquareTail(chiSquare, 1);
  const difference = sums.difference / sums.focal;
  const whole = { groups: { reference: reference.total, focal: focal.total }, difference, chiSquare, p };
  if (!dichotomous) return known({ ...whole, ...classOfMean(difference / spread(reference, focal), p), odds: null });
  if (sums.r === 0 || sums.s === 0) return known({ ...whole, class: 'A', favours: null, odds: null });
  const ratio = sums.r / sums.s;
  const error = Math.sqrt(sums.pr / (2 * sums.r ** 2) + sums.both / (2 * sums.r * sums.s) + sums.qs / (2 * sums.s ** 2));
  const delta = -2.35 * Math.log(ratio);
  const odds = { ratio, low: ratio * Math.exp(-1.959964 * error), high: ratio * Math.exp(1.959964 * error), delta, deltaError: 2.35 * error };
  return known({ ...whole, ...classOfDelta(delta, 2.35 * error, p), odds });
}

/** N. J. Dorans & P. W. Holland 1993; R. Zwick 2012: C is above 1.5 and significantly above 1, A below 1 or not significant. */
function classOfDelta(delta: number, error: number, p: number): Pick<DifferentialFunctioning, 'class' | 'favours'> {
  const size = Math.abs(delta);
  if (size < 1 || p >= 0.05) return { class: 'A', favours: null };
  return { class: size >= 1.5 && size - 1.644854 * error > 1 ? 'C' : 'B', favours: delta < 0 ? 'reference' : 'focal' };
}

/** The classes for partial credit: a difference of 0.17 and 0.25 standard deviations (R. Zwick, J. R. Donoghue & A. Grima 1993). */
function classOfMean(size: number, p: number): Pick<DifferentialFunctioning, 'class' | 'favours'> {
  if (Math.abs(size) <= 0.17 || p >= 0.05) return { class: 'A', favours: null };
  return { class: Math.abs(size) > 0.25 ? 'C' : 'B', favours: size < 0 ? 'reference' : 'focal' };
}

/** Standard deviation of the item over both groups. */
function spread(one: ScoreTable, other: ScoreTable): number {
  const n = one.total + other.total;
  let [sum, squares] = [0, 0];
  for (const table of [one, other]) {
    table.sum.forEach((value) => (sum += value));
    table.squares.forEach((value) => (squares += value));
  }
  return Math.sqrt(Math.max(1e-12, squares / n - (sum / n) ** 2));
}
