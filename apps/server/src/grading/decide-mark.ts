import type { GivenMarks } from '@preceptor/assessment';
import { gradingErrors } from './errors.js';
import type { MarkRow, MarkTurn, TaskRow } from './grading.entity.js';

/** What the rules need of a task. */
export type Standing = Pick<TaskRow, 'state' | 'firstBy' | 'secondBy' | 'moderatedBy' | 'claimedBy' | 'claimedUntil' | 'double'>;

/** Whose turn it would be if this grader marked the answer now; null: it is not hers to mark. */
export function turnOf(task: Standing, grader: string): MarkTurn | null {
  switch (task.state) {
    case 'WAITING': return 'FIRST';
    case 'SECOND': return task.firstBy === grader ? 'FIRST' : 'SECOND';
    case 'MODERATION': return task.firstBy === grader || task.secondBy === grader ? null : 'MODERATION';
    // Whoever decided may decide otherwise: alone as the first, or as the moderator.
    case 'DONE': return task.moderatedBy === grader ? 'MODERATION' : task.firstBy === grader && task.secondBy === null ? 'FIRST' : null;
    case 'VOID': return null;
  }
}

/** Whether another has the answer open. */
export const isHeld = (task: Pick<Standing, 'claimedBy' | 'claimedUntil'>, grader: string, now: string): boolean =>
  task.claimedBy !== null && task.claimedBy !== grader && task.claimedUntil !== null && task.claimedUntil > now;

/** The turn, or the reason why the grader has none. */
export function ensureTurn(task: Standing, grader: string, now: string): MarkTurn {
  const turn = turnOf(task, grader);
  if (turn === null) throw task.state === 'MODERATION' ? gradingErrors.OWN_MARKS() : gradingErrors.GRADED_ALREADY();
  if (isHeld(task, grader, now)) throw gradingErrors.ANSWER_CLAIMED();
  return turn;
}

export type Settled = Pick<TaskRow, 'state' | 'firstBy' | 'secondBy' | 'moderatedBy' | 'final'>;

/**
 * How a task stands by the marks that hold. Of two graders within the allowed difference the mean counts; further
 * apart, a moderator decides; what she decides counts alone.
 */
export function settledBy(marks: readonly MarkRow[], double: boolean, largestDifference: number): Settled {
  const newest = (turn: MarkTurn) => marks.findLast((mark) => mark.turn === turn && mark.withdrawnAt === null);
  const [first, second, moderation] = [newest('FIRST'), newest('SECOND'), newest('MODERATION')];
  const by = { firstBy: first?.graderId ?? null, secondBy: second?.graderId ?? null, moderatedBy: moderation?.graderId ?? null };
  if (first === undefined) return { ...by, state: 'WAITING', final: null };
  if (moderation !== undefined) return { ...by, state: 'DONE', final: given([moderation]) };
  if (!double) return { ...by, state: 'DONE', final: given([first]) };
  if (second === undefined) return { ...by, state: 'SECOND', final: null };
  const apart = first.max > 0 ? Math.abs(first.raw - second.raw) / first.max : 0;
  if (apart > largestDifference + 1e-9) return { ...by, state: 'MODERATION', final: null };
  return { ...by, state: 'DONE', final: given([first, second]) };
}

const given = (marks: MarkRow[]): GivenMarks => ({ judgements: marks.map(({ levels }) => levels), comments: marks.map(({ comment }) => comment).filter((comment) => comment !== '') });

/** Which marks a person may see: the second grader never the first one's before hers. */
export function visibleMarks<M extends Pick<MarkRow, 'graderId' | 'withdrawnAt'>>(task: Pick<Standing, 'state' | 'firstBy'>, marks: readonly M[], viewer: string): M[] {
  const open = task.state === 'WAITING' || task.state === 'SECOND';
  return marks.filter((mark) => mark.withdrawnAt === null && (!open || mark.graderId === viewer));
}
