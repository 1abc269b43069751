import type { Item, Kind } from '@preceptor/assessment';
import type { CompiledCourse } from '../compiled.js';
import { assessmentContent } from './content.js';

/** Kinds that the player draws from a script of their own, which only a course that asks one of them carries. */
export const kindsApart = [
  'script-concordance', 'branching-case', 'graphic-gap-match', 'matrix', 'slider', 'graphic-order', 'upload', 'passage',
] as const satisfies readonly Kind[];
export type KindApart = (typeof kindsApart)[number];

/** A script that comes with the player where it is needed: `cmi5.js` tells an LMS of cmi5, `kinds.js` draws the kinds apart. */
export type Companion = 'cmi5' | 'kinds';
export const companionNames = ['cmi5', 'kinds'] as const satisfies readonly Companion[];

/** The scripts that a course needs beside the player itself, in the order in which a page loads them. */
export function companionsOf(course: CompiledCourse, standard: 'scorm-1.2' | 'scorm-2004' | 'cmi5' | 'standalone' | 'hosted'): Companion[] {
  // Most courses hold none at all, which is seen without looking through every assessment.
  const held = [...course.units.flatMap(({ lessons }) => lessons.flatMap(({ checks }) => checks)), ...course.banks.flatMap(({ items }) => items)].some(isApart);
  return [...(standard === 'cmi5' ? ['cmi5' as const] : []), ...(held && itemsMet(course).some(isApart) ? ['kinds' as const] : [])];
}

/** Every item that a learner can meet: those in lessons, and those that a form of an assessment can hold. */
export function itemsMet(course: CompiledCourse): Item[] {
  return course.units.flatMap(({ lessons, assessment }) => [
    ...lessons.flatMap(({ checks }) => checks),
    ...(assessment === null ? [] : assessmentContent(course, assessment.id)?.items ?? []),
  ]);
}

function isApart({ kind }: Item): boolean {
  return (kindsApart as readonly Kind[]).includes(kind);
}
