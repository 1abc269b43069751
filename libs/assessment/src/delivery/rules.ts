import type { Assessment } from '../item.js';

/** When a learner is shown something of a submitted attempt. `after-closing`: once the assessment is closed for her. */
export type ReleaseMoment = 'at-once' | 'after-closing' | 'never';
export const releaseMoments = ['at-once', 'after-closing', 'never'] as const satisfies ReleaseMoment[];
/** Which of several submitted attempts counts (1EdTech LTI Gradebook and Moodle's grading methods name the same four). */
export type CountingRule = 'best' | 'last' | 'first' | 'mean';
export const countingRules = ['best', 'last', 'first', 'mean'] as const satisfies CountingRule[];

/** How one assessment of a course is delivered. Times are ISO 8601 in UTC, durations in seconds. */
export interface DeliveryRules {
  /** null: from the beginning */
  opensAt: string | null;
  /** null: never */
  closesAt: string | null;
  /** null: no limit */
  timeLimitSeconds: number | null;
  /** After the time is over, answers that arrive so late still count. */
  graceSeconds: number;
  /** null: as many as one likes */
  maxAttempts: number | null;
  /** From submitting one attempt to beginning the next. */
  waitSeconds: number;
  counts: CountingRule;
  navigation: Assessment['navigation'];
  /** How many questions a page shows. */
  pages: 'one' | 'all';
  /** Questions within a section in random order; null: as the course says of each section. */
  shuffle: boolean | null;
  /** What was right is shown after each answer, which then stands. */
  eachAnswer: boolean;
  /** `score`: points and pass; `feedback`: what is said of the answers; `key`: which parts and choices were right. */
  release: { score: ReleaseMoment; feedback: ReleaseMoment; key: ReleaseMoment };
  /** Leaving and returning to the page is recorded, and the learner is told before she begins. */
  recordFocus: boolean;
}

/** Seconds by which an answer may be late, unless the rules say otherwise. */
export const usualGraceSeconds = 10;

/** The rules of an assessment for which nobody has set any: what its course source says. */
export function usualRules(assessment: Pick<Assessment, 'timeLimitSeconds' | 'maxAttempts' | 'navigation' | 'feedback'>): DeliveryRules {
  const shown: ReleaseMoment = assessment.feedback === 'never' ? 'never' : 'at-once';
  return {
    opensAt: null, closesAt: null, timeLimitSeconds: assessment.timeLimitSeconds, graceSeconds: usualGraceSeconds, maxAttempts: assessment.maxAttempts, waitSeconds: 0, counts: 'best',
    navigation: assessment.navigation, pages: 'one', shuffle: null, eachAnswer: assessment.feedback === 'immediate', release: { score: 'at-once', feedback: shown, key: shown }, recordFocus: false,
  };
}

/** What one learner or group is granted beside the rules. Amounts of several add nothing: the most generous holds. */
export interface Accommodation {
  /** Multiplies the time limit; 1: no extra time */
  timeFactor: number;
  extraAttempts: number;
  /** Seconds of break in one attempt, during which its clock stands. */
  breakSeconds: number;
  /** In place of the rules' date; null: theirs */
  opensAt: string | null;
  closesAt: string | null;
}
