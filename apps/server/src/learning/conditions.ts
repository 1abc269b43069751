import type { CourseOutline } from '@preceptor/course/delivery';
import type { Progress } from '@preceptor/tracking';

export interface Met { label: string; met: boolean; detail: string | null }

/** The course's completion and success rules in words, and how far each is met. */
export function conditionsOf(outline: CourseOutline, progress: Progress): Met[] {
  const { completion, success } = outline.rules;
  const found: Met[] = [];
  const lessons = outline.units.flatMap((unit) => unit.lessons);
  if (completion.lessons === 'all') found.push(counted('Complete every lesson', lessons.filter(({ id }) => progress.lessons[id]?.completion === 'completed').length, lessons.length));
  if (completion.checks) {
    const checks = lessons.flatMap((lesson) => lesson.checks);
    if (checks.length > 0) found.push(counted('Answer every knowledge check', checks.filter(({ id }) => Object.hasOwn(progress.checks, id)).length, checks.length));
  }
  for (const { id, title, passMark } of outline.units.flatMap((unit) => (unit.assessment === null ? [] : [unit.assessment]))) {
    const known = progress.assessments[id];
    const best = known?.best === undefined || known.best === null ? null : `best so far ${percent(known.best)}`;
    if (success.assessments.includes(id)) found.push({ label: passMark === null ? `Pass “${title}”` : `Pass “${title}” with ${percent(passMark)}`, met: known?.success === 'passed', detail: best });
    else if (completion.assessments.includes(id)) found.push({ label: `Take “${title}”`, met: known?.completion === 'completed', detail: best });
  }
  if (completion.minimumSeconds > 0) found.push({ label: `Spend at least ${minutes(completion.minimumSeconds)} minutes`, met: progress.seconds >= completion.minimumSeconds, detail: `${minutes(progress.seconds)} so far` });
  return found;
}

const counted = (label: string, done: number, of: number): Met => ({ label, met: done >= of, detail: `${done} of ${of}` });
const percent = (share: number) => `${Math.floor(share * 100 + 1e-9)} %`;
const minutes = (seconds: number) => Math.floor(seconds / 60);
