import type { Item, Kind } from '@preceptor/assessment';
import type { CompiledCourse, PackageOptions } from '@preceptor/course/compiled';
import { assessmentContent, itemsMet } from '@preceptor/course/delivery';
import { partsOf, type CoursePart } from '../parts/parts.js';
import { standards, type PackageWarning, type StandardName } from './index.js';
import { notSaid } from './warnings.js';

/** The parts that a package of this standard has: one where the standard knows no more. */
export function partsFor(standard: StandardName, course: CompiledCourse, structure: PackageOptions['structure']): CoursePart[] {
  return partsOf(course, standards[standard].severalParts ? structure : 'single');
}

/** What of a course and its options a standard can't say, or only in part; empty when it says all. `course` has the options that change rules applied to it. */
export function packageWarnings(course: CompiledCourse, standard: StandardName, options: PackageOptions): PackageWarning[] {
  const { title, warnings } = standards[standard];
  const assessed = course.units.flatMap(({ assessment }) => (assessment === null ? [] : assessmentContent(course, assessment.id)?.items ?? []));
  const files = idsOf('upload', itemsMet(course));
  const essays = idsOf('long-text', assessed);
  return [
    ...warnings(course, partsFor(standard, course, options.structure), options),
    ...(files.length === 0 ? [] : [notSaid.files(title, files)]),
    ...(essays.length === 0 ? [] : [notSaid.essays(title, essays)]),
  ];
}

function idsOf(wanted: Kind, items: readonly Item[]): string[] {
  return [...new Set(items.filter(({ kind }) => kind === wanted).map(({ id }) => id))];
}
