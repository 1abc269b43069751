import type { CourseOutline } from '@preceptor/course/delivery';
import type { Progress } from '../progress.js';

/** What can have a day by which it is due: a unit or an assessment, as `unit:ID` or `assessment:ID`; '' is the whole course. */
export type DuePartKey = string;
/** `usualDueOn` is everybody's day where this learner has another. */
export interface DuePart { part: DuePartKey; title: string; dueOn: string; usualDueOn: string | null; done: boolean; /** its day is over and it is not done */ late: boolean }

/** The parts of a course that can be due, in order, the course itself last. */
export function partsOf(outline: CourseOutline): { part: DuePartKey; title: string }[] {
  return [
    ...outline.units.flatMap(({ id, title, assessment }) => [{ part: `unit:${id}`, title }, ...(assessment === null ? [] : [{ part: `assessment:${assessment.id}`, title: assessment.title }])]),
    { part: '', title: outline.title },
  ];
}

/**
 * What is due by when for one learner, the first day first. `usual` are everybody's days, `own` hers by extension. A day
 * is over when `today`, in the cohort's zone, is after it.
 */
export function dueParts(outline: CourseOutline, progress: Progress, usual: ReadonlyMap<DuePartKey, string>, own: ReadonlyMap<DuePartKey, string>, today: string): DuePart[] {
  const found = partsOf(outline).flatMap(({ part, title }): DuePart[] => {
    const dueOn = own.get(part) ?? usual.get(part);
    if (dueOn === undefined) return [];
    const usually = usual.get(part) ?? null;
    const done = isDone(part, outline, progress);
    return [{ part, title, dueOn, usualDueOn: usually === dueOn ? null : usually, done, late: !done && dueOn < today }];
  });
  return found.toSorted((a, b) => (a.dueOn === b.dueOn ? 0 : a.dueOn < b.dueOn ? -1 : 1));
}

/** A unit is done with its lessons, an assessment once it was submitted, a course when it is completed. */
function isDone(part: DuePartKey, outline: CourseOutline, progress: Progress): boolean {
  if (part === '') return progress.completion === 'completed';
  const [kind, ...rest] = part.split(':');
  const id = rest.join(':');
  if (kind === 'assessment') return progress.assessments[id]?.completion === 'completed';
  const unit = outline.units.find((each) => each.id === id);
  return unit?.lessons.every((lesson) => progress.lessons[lesson.id]?.completion === 'completed') ?? false;
}
