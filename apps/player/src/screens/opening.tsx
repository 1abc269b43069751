import type { CourseOutline, OutlineUnit } from '@preceptor/course/delivery';
import type { Progress } from '@preceptor/tracking';
import { type App, useApp, useSession } from '../session/app.js';
import { addressOf } from '../session/router.js';
import { isDone, stepsOf, stepTitle, type Step } from './course-path.js';
import { Heading } from './heading.js';

/** Why a step is not open to the learner, in a sentence; null: it is. What was begun is open. */
export function whyClosed(step: Step, progress: Progress, { session, words, formats }: Pick<App, 'session' | 'words' | 'formats'>): string | null {
  const { opening } = step.unit;
  if (opening === undefined || isBegun(step, progress)) return null;
  if (opening.on !== null) return words.opensOn(formats.weekday(new Date(`${opening.on}T12:00`)));
  const waitsFor = unitsBefore(step.unit, session.outline).find((unit) => !isCompleted(unit, session.outline, progress));
  // A course that waits for another waits as a whole.
  if (opening.after === null) return words.errors['NOT_RELEASED'] ?? null;
  return waitsFor === undefined ? null : words.opensAfter(waitsFor.title);
}

const isBegun = (step: Step, progress: Progress): boolean => (step.kind === 'lesson' ? (progress.lessons[step.lesson.id]?.completion ?? 'not-started') !== 'not-started' : (progress.assessments[step.assessment.id]?.attempts ?? 0) > 0);
const unitsBefore = (unit: OutlineUnit, outline: CourseOutline): OutlineUnit[] => outline.units.slice(0, outline.units.indexOf(unit));
function isCompleted(unit: OutlineUnit, outline: CourseOutline, progress: Progress): boolean {
  return stepsOf(outline).filter((step) => step.unit === unit).every((step) => (step.kind === 'assessment' ? progress.assessments[step.assessment.id]?.completion === 'completed' : isDone(step, progress)));
}

/** In the place of a step that is not open yet: when it will be. */
export function NotOpen({ step, why }: { step: Step; why: string }) {
  const { words } = useApp();
  return (
    <div class="column">
      <p class="eyebrow">{step.unit.title}</p>
      <Heading>{stepTitle(step)}</Heading>
      <p>{why}</p>
      <p class="actions"><a class="button primary" href={addressOf({ name: 'result' })}>{words.result}</a></p>
    </div>
  );
}

/** The step with this id and why it is closed; null: there is none, or it is open. */
export function useClosed(kind: Step['kind'], id: string): { step: Step; why: string } | null {
  const app = useApp();
  const { progress } = useSession();
  const step = stepsOf(app.session.outline).find((each) => each.kind === kind && (each.kind === 'lesson' ? each.lesson.id : each.assessment.id) === id);
  const why = step === undefined ? null : whyClosed(step, progress, app);
  return step === undefined || why === null ? null : { step, why };
}
