import type { PackageOptions } from '@preceptor/course/compiled';
import type { CoursePart } from '../../parts/parts.js';

export type MoveOn = 'NotApplicable' | 'Passed' | 'Completed' | 'CompletedAndPassed' | 'CompletedOrPassed';

/** When the LMS holds an assignable unit satisfied (cmi5 Quartz, 13.1.4 "moveOn"), by what the course asks of the part. */
export function moveOn({ decides, weight, course }: CoursePart, status: PackageOptions['status']): MoveOn {
  if (!decides) return weight > 0 ? 'Completed' : 'NotApplicable';
  // Completion alone is reported as the result: whoever failed moves on as well.
  if (status === 'completed') return 'CompletedOrPassed';
  return weight > 0 && asksMoreThanPassing(course) ? 'CompletedAndPassed' : 'Passed';
}

/** Who has passed has submitted: where nothing else is asked for, passing is all. */
function asksMoreThanPassing({ rules: { completion, success }, units }: CoursePart['course']): boolean {
  const lessons = units.flatMap((unit) => unit.lessons);
  return (
    (completion.lessons === 'all' && lessons.length > 0)
    || (completion.checks && lessons.some(({ checks }) => checks.length > 0))
    || completion.minimumSeconds > 0
    || completion.assessments.some((id) => !success.assessments.includes(id))
  );
}
