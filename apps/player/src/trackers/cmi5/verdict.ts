import type { CourseOutline } from '@preceptor/course/delivery';
import type { Progress, Success, TrackingState } from '@preceptor/tracking';

/** The scaled score to be told: at most four decimals, as a mastery score has (cmi5 9.6.3.2), rounded down so that a miss is never a pass. */
export const toldScore = (progress: Progress): number | null => (progress.score === null ? null : Math.floor(progress.score * 10_000 + 1e-6) / 10_000);

/**
 * What is to be told of success. Where the LMS sets a mastery score it decides (cmi5 9.3.4, 9.3.5, 10.0), whatever pass
 * mark the course has, but not before the course itself has something to judge.
 */
export function verdictOf(progress: Progress, masteryScore: number | undefined): Success {
  const score = toldScore(progress);
  if (masteryScore === undefined || score === null || progress.success === 'unknown') return progress.success;
  return score >= masteryScore ? 'passed' : 'failed';
}

/** What was passed or failed before the LMS had this mark is judged by it as well, so that the learner is shown what is told. */
export function rejudged(state: TrackingState, outline: CourseOutline, masteryScore: number | undefined): TrackingState {
  for (const { submitted } of Object.values(state.attempts)) {
    if (masteryScore !== undefined && typeof submitted?.score?.passed === 'boolean' && outline.rules.success.assessments.includes(submitted.assessment)) submitted.score.passed = submitted.score.scaled >= masteryScore;
  }
  return state;
}

/** How many attempts were made at what decides success, and whether one of those not passed has none left. */
export function attemptsAt(outline: CourseOutline, progress: Progress): { made: number; usedUp: boolean } {
  const deciding = outline.units.flatMap(({ assessment }) => (assessment !== null && outline.rules.success.assessments.includes(assessment.id) ? [assessment] : []));
  const made = (id: string): number => progress.assessments[id]?.attempts ?? 0;
  return {
    made: deciding.reduce((sum, { id }) => sum + made(id), 0),
    usedUp: deciding.some(({ id, maxAttempts }) => progress.assessments[id]?.success === 'failed' && maxAttempts !== null && made(id) >= maxAttempts),
  };
}
