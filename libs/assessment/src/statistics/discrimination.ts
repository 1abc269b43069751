import { known, unknown, type Interval, type Measure } from './attempt.js';
import type { ItemTally, OptionTally } from './item-tally.js';
import { shareOut, weighed } from './score-table.js';

/** A correlation with its 95 % interval by Fisher's z (R. A. Fisher 1921). */
export interface Correlation extends Interval { r: number; n: number }

/**
 * Corrected point-biserial: the correlation of the item's score with the rest score, which is the proportion of points
 * earned on the other items that the same attempt showed.
 */
export function discrimination({ rested: n, x, xx, r, rr, xr }: ItemTally): Measure<Correlation> {
  return n === 0 ? unknown('no-rest-score') : correlation(n, x, xx, r, rr, xr);
}

/** The correlation of having chosen an option (1 or 0) with the rest score. */
export function optionDiscrimination(item: ItemTally, option: OptionTally): Measure<Correlation> {
  return item.rested === 0 ? unknown('no-rest-score') : correlation(item.rested, option.rested, option.rested, item.r, item.rr, option.rest);
}

/**
 * The upper-lower index D: mean score of the strongest 27 % less that of the weakest 27 % by rest score (T. L. Kelley
 * 1939). Learners tied at a border count in proportion.
 */
export function upperLower(item: ItemTally): Measure<{ index: number; upper: number; lower: number }> {
  const { byRest } = item;
  if (byRest.total === 0) return unknown('no-rest-score');
  if (byRest.total < 10) return unknown('too-few-attempts');
  const [lowest, , highest] = shareOut(byRest.n, [0.27, 0.73, 1]);
  if (lowest === undefined || highest === undefined) return unknown('too-few-attempts');
  const lower = weighed(byRest.sum, lowest) / weighed(byRest.n, lowest);
  const upper = weighed(byRest.sum, highest) / weighed(byRest.n, highest);
  return known({ index: upper - lower, upper, lower });
}

function correlation(n: number, x: number, xx: number, y: number, yy: number, xy: number): Measure<Correlation> {
  if (n < 4) return unknown('too-few-attempts');
  const varianceX = xx - (x * x) / n;
  const varianceY = yy - (y * y) / n;
  if (varianceX < 1e-9 || varianceY < 1e-9) return unknown('no-variance');
  const r = Math.max(-1, Math.min(1, (xy - (x * y) / n) / Math.sqrt(varianceX * varianceY)));
  const half = 1.959964 / Math.sqrt(n - 3);
  return known({ r, n, low: Math.tanh(Math.atanh(r) - half), high: Math.tanh(Math.atanh(r) + half) });
}

/** How many standard errors a correlation lies above `value`, on Fisher's scale; infinite for -1 and 1. */
export const standardErrorsAbove = ({ r, n }: Correlation, value: number): number => (Math.atanh(r) - Math.atanh(value)) * Math.sqrt(Math.max(0, n - 3));
