import type { EarnedFeedback, Score } from '../item.js';
import type { Conditions } from './in-force.js';
import type { ReleaseMoment } from './rules.js';

export type ReleasedPart = keyof Conditions['release'];

/** Whether a part of a submitted attempt may be shown to its learner at `now`. */
export function isReleased(conditions: Pick<Conditions, 'release' | 'closesAt'>, part: ReleasedPart, now: Date): boolean {
  const moment = conditions.release[part];
  return moment === 'at-once' || (moment === 'after-closing' && conditions.closesAt !== null && now.getTime() >= Date.parse(conditions.closesAt));
}

/** When a part will be shown; null: it is already, or never will be. */
export function releasedAt(conditions: Pick<Conditions, 'release' | 'closesAt'>, part: ReleasedPart, now: Date): string | null {
  const moment: ReleaseMoment = conditions.release[part];
  return moment === 'after-closing' && !isReleased(conditions, part, now) ? conditions.closesAt : null;
}

/**
 * What of a scored answer may be shown. Whether single answers were right comes with feedback or key: a released score is
 * the total. Without the key neither parts nor what is said of single choices, which tell it.
 */
export function shownOf(score: Score, feedback: EarnedFeedback, shown: Record<ReleasedPart, boolean>): { score: Score | null; feedback: EarnedFeedback | null } {
  return {
    score: shown.score && (shown.feedback || shown.key) ? { ...score, parts: shown.key ? score.parts : [] } : null,
    feedback: shown.feedback ? { html: feedback.html, byChoice: shown.key ? feedback.byChoice : {}, lessons: feedback.lessons } : null,
  };
}
