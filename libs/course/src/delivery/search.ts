import type { CompiledCourse } from '../compiled.js';
import type { Glossary, SearchEntry } from './contract.js';

/** One entry a lesson, in the order of the course: `unit` is the unit's id, `text` the lesson's plain text. */
export function searchEntries(course: CompiledCourse): SearchEntry[] {
  return course.units.flatMap((unit) =>
    unit.lessons.map((lesson) => ({ id: lesson.id, title: lesson.title, unit: unit.id, text: lesson.text })));
}

/** The glossary in the order in which its terms are written. */
export function glossary(course: CompiledCourse): Glossary {
  return course.glossary;
}
