import type { Assessment, Score } from './item.js';

/** What an attempt earned. `scaled` is clamped to 0..1; `pending`: a person has yet to score a part, and it counts 0. */
export interface TotalScore { raw: number; max: number; scaled: number; pending: boolean }

/** Far finer than the 1e-9 that is promised, far coarser than what doubles lose. */
const GRID = 1e10;

/**
 * The sum of scores, exact to 1e-9 over a thousand items and the same in whatever order they come: compensated
 * summation (A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", ZAMM 54, 1974),
 * then rounded to 1e-10, so that three thirds are 1 and a pass mark is met exactly at the mark.
 */
export function totalScore(scores: Iterable<Pick<Score, 'raw' | 'max' | 'outcome'>>): TotalScore {
  const list = [...scores];
  const raw = exactSum(list.map((score) => score.raw));
  const max = exactSum(list.map((score) => score.max));
  const scaled = max > 0 ? Math.min(1, Math.max(0, onGrid(raw / max))) : 0;
  return { raw, max, scaled, pending: list.some((score) => score.outcome === 'pending') };
}

/** Whether a total passes; null: nothing to pass, or a person has yet to score and it has not passed without her. */
export function passes(assessment: Pick<Assessment, 'passMark'>, total: Pick<TotalScore, 'scaled' | 'pending'>): boolean | null {
  if (assessment.passMark === null) return null;
  if (total.scaled >= assessment.passMark) return true;
  return total.pending ? null : false;
}

/** A compensated sum, rounded to 1e-10. */
export function exactSum(numbers: readonly number[]): number {
  let sum = 0;
  let lost = 0;
  for (const number of numbers) {
    const next = sum + number;
    lost += Math.abs(sum) >= Math.abs(number) ? sum - next + number : number - next + sum;
    sum = next;
  }
  return onGrid(sum + lost);
}

function onGrid(number: number): number {
  const scaled = number * GRID;
  return Math.abs(scaled) < Number.MAX_SAFE_INTEGER ? Math.round(scaled) / GRID + 0 : number;
}
