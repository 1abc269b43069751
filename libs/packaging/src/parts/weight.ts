import type { CompiledCourse } from '@preceptor/course/compiled';
import { reducedUnit, type Kept } from './reduce.js';
import { learningSeconds } from './time.js';

/** How many of the things that the course's completion asks for lie in a part: lessons, checks, assessments, and its share of the minimum of time. */
export function weightOf({ rules, units }: CompiledCourse, kept: Kept): number {
  const { completion } = rules;
  const own = units.filter(({ id }) => id === kept.unit).map((unit) => reducedUnit(unit, kept));
  const lessons = own.flatMap((unit) => unit.lessons);
  const asked = own.filter(({ assessment }) => assessment !== null && completion.assessments.includes(assessment.id)).length;
  const whole = learningSeconds(units);
  return (
    (completion.lessons === 'all' ? lessons.length : 0)
    + (completion.checks ? lessons.reduce((sum, { checks }) => sum + checks.length, 0) : 0)
    + asked
    + (completion.minimumSeconds > 0 && whole > 0 ? learningSeconds(own) / whole : 0)
  );
}
