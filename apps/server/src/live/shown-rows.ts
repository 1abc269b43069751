import type { LearnerRow } from '../reporting/reporting.types.js';

/** A learner's row as it goes to those who watch: what can change of it. `lessonsCompleted` only where that has changed. */
export interface ShownRow { enrolment: string; status: string; reason: string | null; fraction: number; lastActivityAt: string | null; score: number | null; completion: string; success: string; lessonsCompleted?: string[] }

/** What of the new rows would look different: to the minute, as screens tell when somebody was last seen. */
export function differing(before: ReadonlyMap<string, LearnerRow>, after: readonly LearnerRow[]): ShownRow[] {
  return after.flatMap((row) => {
    const known = before.get(row.enrolmentId);
    if (known === undefined) return [shown(row, true)];
    const lessons = known.lessonsCompleted.length !== row.lessonsCompleted.length;
    const same = !lessons && known.status === row.status && known.reason === row.reason && known.fraction === row.fraction && known.score === row.score && known.completion === row.completion
      && known.success === row.success && known.lastActivityAt?.slice(0, 16) === row.lastActivityAt?.slice(0, 16);
    return same ? [] : [shown(row, lessons)];
  });
}

function shown({ enrolmentId, status, reason, fraction, lastActivityAt, score, completion, success, lessonsCompleted }: LearnerRow, lessons: boolean): ShownRow {
  return { enrolment: enrolmentId, status, reason, fraction, lastActivityAt, score, completion, success, ...(lessons ? { lessonsCompleted } : {}) };
}

/** A row of the three lists beside the figures. */
export const listed = ({ enrolmentId, accountId, name, email, enrolledAt: _enrolledAt, seconds: _seconds, ...row }: LearnerRow) => ({ ...row, enrolment: { id: enrolmentId }, account: { id: accountId, name, email } });

/** A row with all that can change of it. */
export const shownWhole = (row: LearnerRow): ShownRow => shown(row, true);
