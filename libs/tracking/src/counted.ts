import { countingScore, type CountingRule } from '@preceptor/assessment';
import type { AttemptScore } from './events.js';

export type Success = 'unknown' | 'passed' | 'failed';
/** A submitted attempt, as far as it says what counts. `score` is null where it is not known or not released. */
export interface SubmittedAttempt { at: string; score: Pick<AttemptScore, 'scaled' | 'passed'> | null; counts?: CountingRule }
/** `scaled` 0..1; null: nothing that counts is known. */
export interface Counted { scaled: number | null; success: Success }

/**
 * What several submitted attempts at one assessment amount to, by the rule of the newest; the best counts where it names
 * none. The one place where this is decided: progress, reports and the gradebook ask here.
 */
export function countedOf(attempts: readonly SubmittedAttempt[], passMark: number | null): Counted {
  const submitted = attempts.toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const scores = submitted.flatMap(({ score }) => (score === null ? [] : [score]));
  const rule = submitted.at(-1)?.counts;
  if (rule === undefined) return { scaled: scores.length === 0 ? null : Math.max(...scores.map(({ scaled }) => scaled)), success: successOf(submitted.map(({ score }) => score?.passed ?? null), passMark) };
  // Without the score of one, nobody can say what last, first or mean amount to.
  if (scores.length < submitted.length) return { scaled: null, success: 'unknown' };
  const counted = countingScore(scores, rule, passMark);
  return { scaled: counted?.scaled ?? null, success: counted === null || counted.passed === null ? 'unknown' : counted.passed ? 'passed' : 'failed' };
}

/** One pass is enough; while a person has still to score one, nothing has failed yet. */
function successOf(passed: (boolean | null)[], passMark: number | null): Success {
  if (passed.includes(true)) return 'passed';
  return passMark === null || passed.length === 0 || passed.includes(null) ? 'unknown' : 'failed';
}
