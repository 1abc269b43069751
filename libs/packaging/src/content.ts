import type { CompiledCourse } from '@preceptor/course/compiled';
import { assessmentContent, lessonContent, searchEntries } from '@preceptor/course/delivery';

/**
 * The parts of a course that a packaged player fetches when they are opened, by id: every lesson and assessment, the
 * glossary and the search index. Each becomes `content/<id>.js`.
 */
export function courseContents(course: CompiledCourse): [id: string, value: unknown][] {
  const contents: [string, unknown][] = [];
  for (const unit of course.units) {
    for (const lesson of unit.lessons) contents.push([lesson.id, lessonContent(course, lesson.id)]);
    if (unit.assessment !== null) contents.push([unit.assessment.id, assessmentContent(course, unit.assessment.id)]);
  }
  if (course.glossary.length > 0) contents.push(['glossary', course.glossary]);
  contents.push(['search', searchEntries(course)]);
  return contents;
}

/** One statement that hands its value to whoever put the script into the page; unlike `fetch` it works from `file://`. */
export function contentScript(value: unknown): string {
  return `document.currentScript.dispatchEvent(new CustomEvent("preceptor:content",{detail:${JSON.stringify(value)}}));\n`;
}
