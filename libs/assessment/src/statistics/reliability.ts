import type { AttemptAccumulator } from './accumulator.js';
import { known, unknown, type Interval, type Measure } from './attempt.js';
import { fQuantile } from './distributions.js';

export interface Reliability extends Interval {
  /**
   * `kr-20`: Cronbach's alpha where every item is right or wrong; `alpha`; `generalisability`: items differ between
   * attempts, so items are nested in learners and what forms differ in counts as error (a one-way analysis of variance;
   * the coefficient is Shrout & Fleiss's ICC(1, k), in the sense of Brennan's phi for the mean length of a form).
   */
  method: 'kr-20' | 'alpha' | 'generalisability';
  coefficient: number;
  /** items in the form, or its mean length */
  items: number;
}

/** How far a learner's place would be the same on another test like this one. The interval is L. S. Feldt's (1965). */
export function reliability(accumulator: AttemptAccumulator): Measure<Reliability> {
  const { test } = accumulator;
  if (test.n < 3) return unknown('too-few-attempts');
  if (test.mostItems < 2) return unknown('too-few-items');
  return isOneForm(accumulator) ? alpha(accumulator) : generalisability(accumulator);
}

/** Every attempt showed every item, each worth the same throughout. */
export function isOneForm({ test, items }: AttemptAccumulator): boolean {
  return test.fewestItems === test.mostItems && test.mostItems === items.size
    && [...items.values()].every(({ n, leastMax, mostMax }) => n === test.n && leastMax === mostMax);
}

/** Alpha of the form without one item (in its own points): null where it is not one form or has under 3 items. */
export function alphaWithout(accumulator: AttemptAccumulator, item: string): number | null {
  const { test, items } = accumulator;
  const left = items.get(item);
  if (left === undefined || items.size < 3 || !isOneForm(accumulator) || left.rested === 0) return null;
  const scale = (test.mostMax - left.mostMax) ** 2;
  const variance = scale * (left.rr - (left.r * left.r) / left.rested) / left.rested;
  return variance > 0 ? alphaOf(items.size - 1, itemVariances(accumulator) - varianceOf(left.n, left.raw, left.rawSquares), variance) : null;
}

function alpha(accumulator: AttemptAccumulator): Measure<Reliability> {
  const { test, items } = accumulator;
  const variance = varianceOf(test.n, test.raw, test.rawSquares);
  if (!(variance > 1e-12)) return unknown('no-variance');
  const k = items.size;
  const coefficient = alphaOf(k, itemVariances(accumulator), variance);
  const method = [...items.values()].every(({ partial }) => partial === 0) ? 'kr-20' : 'alpha';
  return known({ method, coefficient, items: k, ...interval(coefficient, test.n - 1, (test.n - 1) * (k - 1)) });
}

function generalisability({ test }: AttemptAccumulator): Measure<Reliability> {
  const within = test.results - test.n;
  if (within < 1) return unknown('too-few-items');
  const meanWithin = (test.squares - test.between) / within;
  const meanBetween = (test.between - (test.score * test.score) / test.results) / (test.n - 1);
  if (!(meanBetween > 1e-12)) return unknown('no-variance');
  const length = (test.results - test.lengthSquares / test.results) / (test.n - 1);
  const coefficient = 1 - meanWithin / meanBetween;
  return known({ method: 'generalisability', coefficient, items: length, ...interval(coefficient, test.n - 1, within) });
}

/** 1 - (1 - alpha) F: exact for normal scores of parallel items, and good enough for right and wrong (Feldt 1965). */
function interval(coefficient: number, df1: number, df2: number): Interval {
  return { low: 1 - (1 - coefficient) * fQuantile(0.975, df1, df2), high: 1 - (1 - coefficient) * fQuantile(0.025, df1, df2) };
}

const alphaOf = (k: number, itemVariance: number, variance: number): number => (k / (k - 1)) * (1 - itemVariance / variance);

function itemVariances({ items }: AttemptAccumulator): number {
  let sum = 0;
  for (const { n, raw, rawSquares } of items.values()) sum += varianceOf(n, raw, rawSquares);
  return sum;
}

const varianceOf = (n: number, sum: number, squares: number): number => Math.max(0, squares - (sum * sum) / n) / n;
