import type { CoursePart } from '../parts/parts.js';
import type { PackageWarning } from './standard.js';

/** What standards can't express, by code. `standard` is its name for people. */
export const notSaid = {
  /** `items`: ids of the essays that assessments ask for */
  essays: (standard: string, items: readonly string[]): PackageWarning => ({ code: 'ESSAYS_NOT_GRADED', message: `Nobody grades an essay within ${standard}, and ${listed(items)} ${items.length === 1 ? 'is one' : 'are some'} that an assessment asks for. The course keeps the answer and reports it, gives no points for it, and calls the learner neither passed nor failed where those points would decide. Leave essays to lessons in a package, or deliver the course from Preceptor itself.` }),
  /** the LMS lists the parts, and learners open them in whatever order they like */
  order: (standard: string): PackageWarning => ({ code: 'ORDER_NOT_SAID', message: `${standard} can't prescribe an order of parts: the LMS lists them all, and learners may open any. One part for the whole course keeps its own order.` }),
  /** an order is kept, but nobody is kept from going back */
  forwardOnly: (standard: string): PackageWarning => ({ code: 'FORWARD_ONLY_NOT_SAID', message: `${standard} can't forbid going back: each part waits for the one before it, and parts that are done can be opened again.` }),
  navigation: (standard: string): PackageWarning => ({ code: 'NAVIGATION_NOT_HIDDEN', message: `${standard} can't hide the LMS's own navigation: whether it shows "next" and "previous" is set there.` }),
  next: (): PackageWarning => ({ code: 'NEXT_NOT_HIDDEN', message: 'The LMS\'s "next" stays: where learners may only go onwards, it is the way from one part to the next.' }),
  weights: (standard: string): PackageWarning => ({ code: 'WEIGHTS_NOT_SAID', message: `${standard} can't weigh the parts: the course is complete once every part that counts is, and a progress in per cent that the LMS shows takes all parts as equal.` }),
  rollup: (standard: string): PackageWarning => ({ code: 'ROLLUP_NOT_SAID', message: `${standard} doesn't say what the parts make together: each part reports for itself, and how the LMS makes one result of them is set there. Take the score from the part with the deciding assessment.` }),
  /** one part: the course keeps to it by itself */
  timeLimit: (standard: string): PackageWarning => ({ code: 'TIME_LIMIT_NOT_SAID', message: `${standard} has no place for a time limit: the course alone keeps to it.` }),
  /** several parts: none of them knows how long the others took */
  timeLimitOfParts: (standard: string): PackageWarning => ({ code: 'TIME_LIMIT_NOT_HELD', message: `${standard} has no place for a time limit over several parts, and no part knows how long the others took: nobody keeps to it. One part for the whole course does.` }),
  /** several parts: it is said where the standard says it, and LMSs need not look there */
  timeLimitByLms: (standard: string): PackageWarning => ({ code: 'TIME_LIMIT_LEFT_TO_LMS', message: `The time limit over several parts is said, but ${standard} leaves it to the LMS whether it is kept, and no part knows how long the others took. One part for the whole course keeps to it by itself.` }),
  passMark: (part: CoursePart): PackageWarning => ({ code: 'PASS_MARK_NOT_SAID', message: `Several assessments decide the success of "${part.title}", each by a pass mark of its own. A manifest holds one, so none is written, and the course alone says what is passed. Leave the LMS's own pass mark empty.` }),
  lastDay: (standard: string): PackageWarning => ({ code: 'LAST_DAY_NOT_SAID', message: `${standard} has no place for the last day of use: the course alone keeps to it.` }),
  structure: (standard: string): PackageWarning => ({ code: 'STRUCTURE_NOT_SAID', message: `${standard} is one page with the whole course: it can't be cut into parts.` }),
  /** `items`: ids of those that ask for a file */
  files: (standard: string, items: readonly string[]): PackageWarning => ({ code: 'FILES_NOT_TAKEN', message: `${standard} has no way to hand in a file, which ${listed(items)} ${items.length === 1 ? 'asks' : 'ask'} for. The course tells learners to hand it in as whoever gave them the course asks, lets them note where, and goes on; the note is their answer, and no points come of it. Say in the question where the file goes, or deliver the course from Preceptor itself.` }),
  attempts: (standard: string): PackageWarning => ({ code: 'ATTEMPTS_NOT_KEPT', message: `${standard} has no record of attempts: they are counted in the learner's own browser, and begin again in another one.` }),
} satisfies Record<string, (...about: never[]) => PackageWarning>;

function listed(items: readonly string[]): string {
  return `${items.slice(0, 5).join(', ')}${items.length > 5 ? ` and ${items.length - 5} more` : ''}`;
}

/** Parts whose success several assessments decide: no manifest has a place for more than one pass mark of a part. */
export function unsaidPassMarks(parts: readonly CoursePart[]): PackageWarning[] {
  return parts.filter((part) => part.decides && part.passMark === null && part.course.rules.success.assessments.length > 1).map(notSaid.passMark);
}

/** The parts count differently for completion. */
export function weighted(parts: readonly CoursePart[]): boolean {
  const counting = parts.map(({ weight }) => weight).filter((weight) => weight > 0);
  return counting.some((weight) => Math.abs(weight - (counting[0] ?? 0)) > 1e-9);
}
