import type { CourseOutline } from '@preceptor/course/delivery';
import type { Progress } from '../progress.js';
import { counted, type CompletionPart } from './part.js';

/** The course's own completion and success rules in words, and how far each is met. All are met exactly where progress is completed and, if an assessment decides, passed. */
export function courseConditions(outline: CourseOutline, progress: Progress): CompletionPart[] {
  const { completion, success } = outline.rules;
  const found: CompletionPart[] = [];
  const lessons = outline.units.flatMap((unit) => unit.lessons);
  if (completion.lessons === 'all') found.push(counted('LESSONS', 'Complete every lesson', lessons.filter(({ id }) => progress.lessons[id]?.completion === 'completed').length, lessons.length));
  if (completion.checks) {
    const checks = lessons.flatMap((lesson) => lesson.checks);
    if (checks.length > 0) found.push(counted('LESSONS', 'Answer every knowledge check', checks.filter(({ id }) => Object.hasOwn(progress.checks, id)).length, checks.length));
  }
  for (const { id, title, passMark } of outline.units.flatMap((unit) => (unit.assessment === null ? [] : [unit.assessment]))) {
    const known = progress.assessments[id];
    const best = known?.best === undefined || known.best === null ? null : `best so far ${percent(known.best)}`;
    if (success.assessments.includes(id)) found.push({ kind: 'ASSESSMENTS', label: passMark === null ? `Pass “${title}”` : `Pass “${title}” with ${percent(passMark)}`, met: known?.success === 'passed', detail: best });
    else if (completion.assessments.includes(id)) found.push({ kind: 'ASSESSMENTS', label: `Take “${title}”`, met: known?.completion === 'completed', detail: best });
  }
  if (completion.minimumSeconds > 0) found.push({ kind: 'LESSONS', label: `Spend at least ${minutes(completion.minimumSeconds)} minutes`, met: progress.seconds >= completion.minimumSeconds, detail: `${minutes(progress.seconds)} so far` });
  if (found.length === 0) found.push({ kind: 'LESSONS', label: 'Open the course', met: progress.firstAt !== null, detail: null });
  return found;
}

/** How many of the course's reflections have been written. */
export function reflectionsWritten(outline: CourseOutline, progress: Progress): { done: number; of: number } {
  const asked = outline.units.flatMap((unit) => unit.lessons.flatMap((lesson) => lesson.reflections));
  const elsewhere = progress.reflectionsElsewhere ?? [];
  return { done: asked.filter((id) => (progress.reflections[id] ?? '').trim() !== '' || elsewhere.includes(id)).length, of: asked.length };
}

const percent = (share: number) => `${Math.floor(share * 100 + 1e-9)} %`;
const minutes = (seconds: number) => Math.floor(seconds / 60);
