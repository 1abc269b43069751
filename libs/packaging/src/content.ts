import type { CompiledCourse } from '@preceptor/course/compiled';
import { assessmentContent, lessonContent, outlineOf, searchEntries, type Companion } from '@preceptor/course/delivery';
import type { CoursePart } from './parts/parts.js';
import { wordsFor, type PlayerBuild } from './player-build.js';

/** What a packaged player fetches when it is opened, each by its id: it becomes `content/<id>.js`. */
export type Content = [id: string, value: unknown];

export interface ContentInput {
  /** with the options applied, in every language that is packaged */
  course: CompiledCourse;
  /** the same course reduced to each part */
  parts: readonly CoursePart[];
  /** the course as it was compiled, whose revisions hold in every language */
  base: CompiledCourse;
  /** SHA-256 of the compiled course, hex */
  hash: string;
  player: PlayerBuild;
  /** scripts that come with the player, whose words are among its words */
  companions: readonly Companion[];
}

/**
 * Every lesson and assessment, the glossary and the search index. What is in another language than the course opens in
 * lies below that language's folder, with the outline of each part and the player's words.
 */
export function packageContents({ course, parts, base, hash, player, companions }: ContentInput): Content[] {
  const others = (course.translations ?? []).flatMap((translation): Content[] => {
    const { language } = translation;
    const outlines = parts.flatMap((part) => {
      const reduced = part.course.translations?.find((each) => each.language === language);
      return reduced === undefined ? [] : [[`outline${part.kind === 'course' ? '' : `-${part.id}`}`, outlineOf(reduced, hash, base)] satisfies Content];
    });
    const all: Content[] = [...outlines, ['words', wordsFor(player, language, companions) ?? {}], ...courseContents(translation)];
    return all.map(([id, value]) => [`${language}/${id}`, value]);
  });
  return [...courseContents(course), ...others];
}

function courseContents(course: CompiledCourse): Content[] {
  const contents: Content[] = [];
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
