import { plainText } from '@preceptor/assessment';
import type { CompiledCourse, CourseRules, Unit } from '@preceptor/course/compiled';
import { learningSeconds } from './time.js';

/** What of a unit a part keeps: one lesson, its assessment, or (both null) all of it. */
export interface Kept { unit: string; lesson: string | null; assessment: string | null }

/**
 * A course with one part of it left, called as that part is, in each of its languages. The disclaimer stands before the
 * first part alone: it is acknowledged once.
 */
export function reducedTo(course: CompiledCourse, id: string, kept: Kept, first: boolean): CompiledCourse {
  const units = course.units.filter((unit) => unit.id === kept.unit).map((unit) => reducedUnit(unit, kept));
  const { translations, ...rest } = course;
  return {
    ...rest,
    // Progress that is kept in a browser hangs on the id: parts must not share it.
    id: `${course.id}.${id}`,
    title: titleOf(units, kept),
    ...summaryOf(units, kept),
    disclaimer: first ? course.disclaimer : null,
    rules: rulesFor(course, units),
    units,
    creditHours: null,
    ...(translations === undefined ? {} : { translations: translations.map((translation) => reducedTo(translation, id, kept, first)) }),
  };
}

/** The unit with what the part keeps of it. */
export function reducedUnit(unit: Unit, { lesson, assessment }: Kept): Unit {
  if (lesson === null && assessment === null) return unit;
  return { ...unit, lessons: unit.lessons.filter(({ id }) => id === lesson), assessment: assessment === null ? null : unit.assessment };
}

/** A unit is described by its summary; lessons and assessments have none. */
function summaryOf([unit]: readonly Unit[], { lesson, assessment }: Kept): Pick<CompiledCourse, 'description' | 'descriptionHtml'> {
  const html = lesson === null && assessment === null ? unit?.summaryHtml ?? '' : '';
  return { descriptionHtml: html, description: plainText(html) };
}

function titleOf(units: readonly Unit[], { lesson, assessment }: Kept): string {
  const [unit] = units;
  if (lesson !== null) return unit?.lessons[0]?.title ?? '';
  return (assessment === null ? unit?.title : unit?.assessment?.title) ?? '';
}

/**
 * A part is complete by what the course's completion asks of it, and passed by those of its assessments that decide. An
 * assessment that stands alone and decides must be submitted to complete its part, or opening it would.
 */
function rulesFor(course: CompiledCourse, units: readonly Unit[]): CourseRules {
  const { completion, success } = course.rules;
  const own = units.flatMap(({ assessment }) => (assessment === null ? [] : [assessment.id]));
  const deciding = success.assessments.filter((id) => own.includes(id));
  const alone = units.every(({ lessons }) => lessons.length === 0);
  return {
    completion: { ...completion, assessments: own.filter((id) => completion.assessments.includes(id) || (alone && deciding.includes(id))), minimumSeconds: Math.round(completion.minimumSeconds * learningShare(course, units)) },
    success: { assessments: deciding },
  };
}

/** A minimum of time for the whole course falls to the parts by how long each takes. */
function learningShare(course: CompiledCourse, units: readonly Unit[]): number {
  const whole = learningSeconds(course.units);
  return whole === 0 ? 0 : learningSeconds(units) / whole;
}
