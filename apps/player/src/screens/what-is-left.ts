import type { CourseOutline } from '@preceptor/course/delivery';
import type { Progress } from '@preceptor/tracking';
import type { Route } from '../session/router.js';
import type { Words } from '../words/words.js';

/** What the course's rules still ask of a learner, each with the place to do it. */
export function whatIsLeft(outline: CourseOutline, progress: Progress, words: Words): { text: string; route: Route | null }[] {
  const { completion, success } = outline.rules;
  const left: { text: string; route: Route | null }[] = [];
  const lessons = outline.units.flatMap((unit) => unit.lessons);
  const unread = completion.lessons === 'all' ? lessons.filter((lesson) => progress.lessons[lesson.id]?.completion !== 'completed') : [];
  if (unread[0] !== undefined) left.push({ text: words.lessonsToRead(unread.length), route: { name: 'lesson', id: unread[0].id } });
  const unanswered = completion.checks ? lessons.flatMap((lesson) => lesson.checks.filter((check) => progress.checks[check.id] === undefined).map(() => lesson)) : [];
  if (unanswered[0] !== undefined) left.push({ text: words.checksToAnswer(unanswered.length), route: { name: 'lesson', id: unanswered[0].id } });
  for (const { assessment } of outline.units) {
    if (assessment === null) continue;
    const known = progress.assessments[assessment.id];
    const route: Route = { name: 'assessment', id: assessment.id };
    if (success.assessments.includes(assessment.id) && known?.success !== 'passed') left.push({ text: words.toPass(assessment.title), route });
    else if (completion.assessments.includes(assessment.id) && known?.completion !== 'completed') left.push({ text: words.toSubmit(assessment.title), route });
  }
  const minutes = Math.ceil((completion.minimumSeconds - progress.seconds) / 60);
  if (minutes > 0) left.push({ text: words.minutesToSpend(minutes), route: null });
  return left;
}
