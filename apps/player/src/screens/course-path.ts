import type { CourseOutline, OutlineAssessment, OutlineLesson, OutlineUnit } from '@preceptor/course/delivery';
import type { Progress } from '@preceptor/tracking';
import type { Route } from '../session/router.js';

/** One step of a course: what "next" and "back" go through. */
export type Step = { unit: OutlineUnit; unitNumber: number } & (
  | { kind: 'lesson'; lesson: OutlineLesson; number: number; firstOfUnit: boolean }
  | { kind: 'assessment'; assessment: OutlineAssessment }
);

/** A course's lessons and assessments in the order in which they are taken. */
export function stepsOf(outline: CourseOutline): readonly Step[] {
  const known = steps.get(outline) ?? findSteps(outline);
  steps.set(outline, known);
  return known;
}
const steps = new WeakMap<CourseOutline, readonly Step[]>();

function findSteps(outline: CourseOutline): Step[] {
  let number = 0;
  return outline.units.flatMap((unit, index): Step[] => {
    const place = { unit, unitNumber: index + 1 };
    const lessons = unit.lessons.map((lesson, at): Step => ({ ...place, kind: 'lesson', lesson, number: ++number, firstOfUnit: at === 0 }));
    return unit.assessment === null ? lessons : [...lessons, { ...place, kind: 'assessment', assessment: unit.assessment }];
  });
}

export function lessonCount(outline: CourseOutline): number {
  return outline.units.reduce((sum, unit) => sum + unit.lessons.length, 0);
}

export function stepRoute(step: Step): Route {
  return step.kind === 'lesson' ? { name: 'lesson', id: step.lesson.id } : { name: 'assessment', id: step.assessment.id };
}

export function stepTitle(step: Step): string {
  return step.kind === 'lesson' ? step.lesson.title : step.assessment.title;
}

/** Where a learner goes on: the lesson she was in unless it is done, else the first step after it that is not. */
export function placeToGoOn(outline: CourseOutline, progress: Progress): Route {
  const steps = stepsOf(outline);
  const at = steps.findIndex((step) => step.kind === 'lesson' && step.lesson.id === progress.bookmark?.lesson);
  const rest = [...steps.slice(Math.max(0, at)), ...steps.slice(0, Math.max(0, at))];
  const open = rest.find((step) => !isDone(step, progress));
  if (open !== undefined) return stepRoute(open);
  return steps.length === 0 ? { name: 'start' } : { name: 'result' };
}

/** Whether nothing is left to do at a step. */
export function isDone(step: Step, progress: Progress): boolean {
  if (step.kind === 'assessment') {
    const known = progress.assessments[step.assessment.id];
    return known?.completion === 'completed' && (step.assessment.passMark === null || known.success === 'passed');
  }
  return progress.lessons[step.lesson.id]?.completion === 'completed';
}

/** Knowledge checks of a lesson that have not been answered, where the course asks for them. */
export function openChecks(outline: CourseOutline, lesson: OutlineLesson, progress: Progress): number {
  return outline.rules.completion.checks ? lesson.checks.filter((check) => progress.checks[check.id] === undefined).length : 0;
}
