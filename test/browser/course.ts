import { join } from 'node:path';
import type { Choice } from '@preceptor/assessment';
import { compileCourse } from '@preceptor/course';
import type { CompiledCourse } from '@preceptor/course/compiled';
import { itemById } from '@preceptor/course/delivery';

const root = join(import.meta.dirname, '../..');

/** The course of the demo with its keys: what somebody knows who knows the subject. */
export function demoCourse(): Promise<CompiledCourse> {
  return compiled('courses/ketamine-assisted-psychotherapy');
}

/** A small course that has an item of every kind, save those that the player draws from a script of their own, which the other has. */
export const courseOfEveryKind = 'test/fixtures/course-small';
export const courseOfKindsApart = 'test/fixtures/course-pilot';
/** A course whose final test asks for an essay. */
export const courseWithEssay = 'test/fixtures/course-essay';

export async function compiled(folder: string): Promise<CompiledCourse> {
  const { course, diagnostics } = await compileCourse(join(root, folder));
  if (course === null) throw new Error(`the course does not compile: ${diagnostics[0]?.message}`);
  return course;
}

export function titleOf(course: CompiledCourse, lesson: string): string {
  const found = course.units.flatMap((unit) => unit.lessons).find(({ id }) => id === lesson);
  if (found === undefined) throw new Error(`the course has no lesson ${lesson} any more`);
  return found.title;
}

/** The options of a single choice: which is right, and one that is not. */
export function choicesOf(course: CompiledCourse, item: string): { right: Choice; wrong: Choice } {
  const found = itemById(course).get(item);
  if (found?.kind !== 'single-choice') throw new Error(`${item} is no single choice any more`);
  const [right, wrong] = [true, false].map((is) => found.content.options.find(({ id }) => (id === found.key.correct) === is));
  if (right === undefined || wrong === undefined) throw new Error(`${item} has not two options any more`);
  return { right, wrong };
}
