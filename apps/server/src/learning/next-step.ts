import type { CourseOutline, OutlineAssessment, OutlineLesson } from '@preceptor/course/delivery';
import type { Progress, UnitOpening } from '@preceptor/tracking';

export interface Step { kind: 'acknowledge' | 'lesson' | 'assessment' | 'wait'; lessonId: string | null; assessmentId: string | null; title: string; position: number; of: number; minutes: number | null; /** of a unit that is closed: the day on which it opens */ opensOn: string | null }

/** What a learner does now: the disclaimer first, then where she was, then the first thing that is open and not done; else what she waits for; null: nothing is left. */
export function nextStep(outline: CourseOutline, progress: Progress, openings: readonly UnitOpening[] = []): Step | null {
  const lessons = outline.units.flatMap((unit) => unit.lessons);
  const assessments = outline.units.flatMap((unit) => (unit.assessment === null ? [] : [unit.assessment]));
  const lessonStep = (lesson: OutlineLesson): Step => ({ kind: 'lesson', lessonId: lesson.id, assessmentId: null, title: lesson.title, position: lessons.indexOf(lesson) + 1, of: lessons.length, minutes: lesson.minutes, opensOn: null });
  const assessmentStep = (assessment: OutlineAssessment): Step => ({ kind: 'assessment', lessonId: null, assessmentId: assessment.id, title: assessment.title, position: assessments.indexOf(assessment) + 1, of: assessments.length, minutes: null, opensOn: null });

  if (outline.disclaimerHtml !== null && !progress.acknowledged) return { kind: 'acknowledge', lessonId: null, assessmentId: null, title: outline.title, position: 1, of: 1, minutes: null, opensOn: null };
  const open = assessments.find((assessment) => progress.assessments[assessment.id]?.openAttempt);
  if (open !== undefined) return assessmentStep(open);
  const here = lessons.find((lesson) => lesson.id === progress.bookmark?.lesson);
  if (here !== undefined && progress.lessons[here.id]?.completion !== 'completed') return lessonStep(here);
  let waits: Step | null = null;
  for (const [index, unit] of outline.units.entries()) {
    const opening = openings[index];
    if (opening?.open === false) {
      const left = unit.lessons.some(({ id }) => progress.lessons[id]?.completion !== 'completed') || (unit.assessment !== null && isLeft(unit.assessment, outline, progress));
      if (left) waits ??= { kind: 'wait', lessonId: null, assessmentId: null, title: unit.title, position: index + 1, of: outline.units.length, minutes: null, opensOn: opening.opensOn };
      continue;
    }
    const lesson = unit.lessons.find(({ id }) => progress.lessons[id]?.completion !== 'completed');
    if (lesson !== undefined) return lessonStep(lesson);
    if (unit.assessment !== null && isLeft(unit.assessment, outline, progress)) return assessmentStep(unit.assessment);
  }
  return waits;
}

/** Not taken yet; or failed, where it decides success and may be tried again. A quiz that decides nothing holds nobody up. */
function isLeft(assessment: OutlineAssessment, outline: CourseOutline, progress: Progress): boolean {
  const known = progress.assessments[assessment.id];
  if (known === undefined || known.completion !== 'completed') return true;
  if (known.success !== 'failed' || !outline.rules.success.assessments.includes(assessment.id)) return false;
  return assessment.maxAttempts === null || known.attempts < assessment.maxAttempts;
}
