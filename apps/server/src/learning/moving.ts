import type { CourseOutline } from '@preceptor/course/delivery';
import { progressOf, type TrackingState } from '@preceptor/tracking';

export interface MoveEffect {
  lessonsAdded: string[]; lessonsRemoved: string[];
  fractionBefore: number; fractionAfter: number;
  completionBefore: string; completionAfter: string;
  /** An attempt that is open can't be finished on the new version: it is submitted as it stands. */
  openAttempts: number;
}

/** What moving one enrolment to another version changes for its learner. Pure: the same events under other rules. */
export function effectOfMoving(state: TrackingState, from: CourseOutline, to: CourseOutline): MoveEffect {
  const before = progressOf(state, from);
  const after = progressOf(state, to);
  const had = lessonsOf(from);
  const has = lessonsOf(to);
  return {
    lessonsAdded: has.filter((id) => !had.includes(id)), lessonsRemoved: had.filter((id) => !has.includes(id)),
    fractionBefore: before.fraction, fractionAfter: after.fraction, completionBefore: before.completion, completionAfter: after.completion,
    openAttempts: Object.values(before.assessments).filter(({ openAttempt }) => openAttempt !== null).length,
  };
}
const lessonsOf = (outline: CourseOutline) => outline.units.flatMap((unit) => unit.lessons.map(({ id }) => id));
