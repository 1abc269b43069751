import { rubricOf } from '@preceptor/assessment';
import type { CompiledCourse } from '@preceptor/course/compiled';
import { itemById } from '@preceptor/course/delivery';

const known = new WeakMap<CompiledCourse, ReadonlySet<string>>();

/** The ids of a course's hand-ins: assessments, other than practice, whose every question is marked by people. */
export function handInsOf(course: CompiledCourse): ReadonlySet<string> {
  let found = known.get(course);
  if (found === undefined) {
    found = new Set(course.units.flatMap(({ assessment }) => (assessment !== null && isHandIn(course, assessment) ? [assessment.id] : [])));
    known.set(course, found);
  }
  return found;
}

function isHandIn(course: CompiledCourse, assessment: NonNullable<CompiledCourse['units'][number]['assessment']>): boolean {
  if (assessment.purpose === 'pre-test' || assessment.purpose === 'self-assessment') return false;
  const byId = itemById(course);
  const banks = new Map(course.banks.map((bank) => [bank.id, bank.items]));
  const listed = [...assessment.sections, ...(assessment.forms ?? []).flatMap(({ sections }) => sections)].flatMap((section) => [
    ...(section.items ?? []).flatMap((id) => byId.get(id) ?? []), ...('draw' in section ? section.draw ?? [] : []).flatMap(({ bank }) => banks.get(bank) ?? []),
  ]);
  return listed.length > 0 && listed.every((item) => rubricOf(item) !== null);
}
