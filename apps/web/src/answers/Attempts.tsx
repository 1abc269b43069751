import type { AttemptOutcomeFragment } from '../generated/graphql.js';
import type { CourseIndex } from '../learning/reading.js';
import { AttemptResult } from './AttemptResult.js';

/** All attempts of one enrolment, newest first. */
export function Attempts({ enrolment, attempts, course, own }: { enrolment: string; attempts: readonly AttemptOutcomeFragment[]; course: CourseIndex; own: boolean }) {
  const ordered = attempts.toSorted((a, b) => b.startedAt.localeCompare(a.startedAt));
  return (
    <ul>
      {ordered.map((attempt) => (
        <AttemptResult key={attempt.id} enrolment={enrolment} attempt={attempt} course={course} own={own} latest={ordered.find((each) => each.assessment === attempt.assessment) === attempt} />
      ))}
    </ul>
  );
}
