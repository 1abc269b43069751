import type { CompiledCourse, Media } from '@preceptor/course/compiled';
import { PackagingError } from '../errors.js';

/** The languages that a course is written in (BCP 47), the one that it opens in first. */
export function languagesOf(course: CompiledCourse): string[] {
  return [course.language, ...(course.translations ?? []).map(({ language }) => language)];
}

/** The course in one of its languages alone, or as it is for 'all'. Fails with OPTION_IMPOSSIBLE, naming those there are. */
export function inLanguage(course: CompiledCourse, language: string): CompiledCourse {
  if (language === 'all') return course;
  const { translations = [], ...base } = course;
  const found = [base, ...translations].find((each) => each.language.toLowerCase() === language.toLowerCase());
  if (found === undefined) throw new PackagingError('OPTION_IMPOSSIBLE', `The course is not written in ${JSON.stringify(language)}. Its languages are ${languagesOf(course).join(', ')}; "all" packages every one.`);
  return found;
}

/** The media of all languages of a course, each file once. */
export function mediaOf(course: CompiledCourse): Media[] {
  const media = [course, ...(course.translations ?? [])].flatMap((each) => each.media);
  return [...new Map(media.map((medium) => [medium.path, medium])).values()];
}

/** What the player's menu of languages shows: each by its own name. */
export function languageMenu(course: CompiledCourse): { language: string; direction: 'ltr' | 'rtl'; title: string; course: string }[] {
  return [course, ...(course.translations ?? [])].map(({ language, direction, title }) => ({ language, direction, title: ownName(language), course: title }));
}

function ownName(language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language', languageDisplay: 'standard' }).of(language) ?? language;
  const [first = ''] = name;
  return first.toLocaleUpperCase(language) + name.slice(first.length);
}
