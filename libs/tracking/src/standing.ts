import type { Completion, Success } from './progress.js';

/** How a learner stands against the plan of a cohort. */
export type Standing = 'NOT_STARTED' | 'ON_TRACK' | 'BEHIND' | 'COMPLETED' | 'STUCK';
export interface StandingFacts {
  completion: Completion;
  success: Success;
  /** 0..1 of what completion asks for */
  fraction: number;
  /** ISO 8601; null: nothing was recorded yet */
  lastAt: string | null;
  enrolledAt: string;
  /** calendar days, YYYY-MM-DD; null: no date */
  startsOn: string | null;
  dueOn: string | null;
  /** today in the cohort's zone, YYYY-MM-DD */
  today: string;
}
export interface Verdict { standing: Standing; /** why, as a sentence for a coordinator; null where there is nothing to add */ reason: string | null }

/** Days without any activity after which somebody who has begun and not finished is stuck. */
export const stuckAfterDays = 7;
/** How far behind an even pace, as a part of the whole, is still on track. */
export const tolerance = 0.15;

/**
 * How a learner stands: completed; stuck (failed, or begun and silent for a week); behind (past the due day, or more
 * than 15 % of the whole behind an even pace from start to due day); else not started or on track.
 */
export function standingOf(facts: StandingFacts): Verdict {
  if (facts.completion === 'completed' && facts.success !== 'failed') return { standing: 'COMPLETED', reason: null };
  if (facts.success === 'failed') return { standing: 'STUCK', reason: 'Has not passed the assessment that decides.' };
  const late = facts.dueOn === null ? 0 : daysBetween(facts.dueOn, facts.today);
  if (late > 0) return { standing: 'BEHIND', reason: `Was due ${days(late)} ago.` };
  const begun = facts.lastAt !== null;
  const silent = begun ? daysBetween(facts.lastAt ?? '', facts.today) : 0;
  if (begun && silent >= stuckAfterDays) return { standing: 'STUCK', reason: `No activity for ${days(silent)}.` };
  const expected = expectedFraction(facts);
  if (expected - facts.fraction > tolerance) return { standing: 'BEHIND', reason: begun ? `At ${percent(facts.fraction)}, where an even pace would be at ${percent(expected)}.` : 'Has not started, and the cohort has.' };
  return { standing: begun ? 'ON_TRACK' : 'NOT_STARTED', reason: null };
}

/** The part that would be done at an even pace from the start (or the enrolment, if later) to the due day; 0 without a due day. */
function expectedFraction({ startsOn, enrolledAt, dueOn, today }: StandingFacts): number {
  if (dueOn === null) return 0;
  const joined = enrolledAt.slice(0, 10);
  const start = startsOn !== null && startsOn > joined ? startsOn : joined;
  const whole = daysBetween(start, dueOn);
  return whole <= 0 ? 0 : Math.min(1, Math.max(0, daysBetween(start, today) / whole));
}

const dayMs = 24 * 3600 * 1000;
const daysBetween = (from: string, to: string): number => Math.round((Date.parse(`${to.slice(0, 10)}T00:00:00Z`) - Date.parse(`${from.slice(0, 10)}T00:00:00Z`)) / dayMs);
const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);
const percent = (fraction: number): string => `${Math.round(fraction * 100)} %`;
