import type { Reporter } from '../diagnostics/diagnostic.js';
import type { LessonBody } from '../parts/lesson.js';
import type { Part } from '../parts/part.js';

/** Reports checks, reflections and media that a translated lesson lacks, has besides, or has in another order. */
export function compareLessons(original: LessonBody, part: Part<LessonBody>, reporter: Reporter): void {
  const own = part.value;
  if (own === null) return;
  const say = (message: string): void => reporter.report('translation-lesson', part.source, own.span, message);
  const lists = [
    ['check', original.checks.map(({ id }) => id), own.checks.map(({ id }) => id)],
    ['reflection', original.lesson.reflections.map(({ id }) => id), own.lesson.reflections.map(({ id }) => id)],
  ] as const;
  for (const [what, wanted, found] of lists) {
    const lacks = wanted.filter((id) => !found.includes(id));
    const besides = found.filter((id) => !wanted.includes(id));
    for (const id of lacks) say(`The ${what} "${id}" of the original does not stand in this lesson.`);
    for (const id of besides) say(`The ${what} "${id}" does not stand in the original.`);
    if (lacks.length + besides.length === 0 && wanted.join() !== found.join()) say(`The ${what}s stand in another order than in the original: ${wanted.join(', ')}.`);
  }
  for (const [what, element] of [['picture', '<img'], ['sound', '<audio'], ['video', '<video']] as const) {
    const [wanted, found] = [count(original.lesson.html, element), count(own.lesson.html, element)];
    if (wanted !== found) say(`The original has ${wanted} ${what}${wanted === 1 ? '' : 's'}, this lesson ${found}.`);
  }
}

function count(html: string, element: string): number {
  return html.split(element).length - 1;
}
