import type { LearnerHomeQuery } from '../generated/graphql.js';
import { readProgress } from '../learning/reading.js';
import { fullDay } from '../time/words.js';

type Viewer = NonNullable<LearnerHomeQuery['viewer']>;
export type Enrolment = Viewer['enrolments']['edges'][number]['node'];
type Step = NonNullable<Enrolment['next']>;

/** What is to be done, nearest deadline first, then what was touched last; and what is finished. */
export function byUrgency(enrolments: readonly Enrolment[]): { open: Enrolment[]; finished: Enrolment[] } {
  const open = enrolments.filter((enrolment) => enrolment.next !== null);
  const lastAt = (enrolment: Enrolment) => readProgress(enrolment.progress)?.lastAt ?? enrolment.enrolledAt;
  open.sort((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || lastAt(b).localeCompare(lastAt(a)));
  return { open, finished: enrolments.filter((enrolment) => !open.includes(enrolment)) };
}

/** What a learner waits for who has done all that is open. */
export function waitWords({ title, opensOn }: Pick<Step, 'title' | 'opensOn'>): string {
  return opensOn === null ? `${title}: not open yet` : `${title} opens on ${fullDay(opensOn)}`;
}

/** "Continue: lesson 7 of 22, about 6 minutes" */
export function actionWords(step: Step, begun: boolean): string {
  if (step.kind === 'wait') return 'Read again';
  if (step.kind === 'acknowledge') return 'Begin the course';
  if (step.assessmentId !== null) return `Go to: ${step.title}`;
  if (step.lessonId === null) return `Continue: ${step.title}`;
  const minutes = step.minutes === null ? '' : `, about ${step.minutes} ${step.minutes === 1 ? 'minute' : 'minutes'}`;
  return `${begun ? 'Continue' : 'Begin'}: lesson ${step.position} of ${step.of}${minutes}`;
}
