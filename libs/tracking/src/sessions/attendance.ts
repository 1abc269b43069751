export const attendanceMarks = ['PRESENT', 'LATE', 'ABSENT', 'EXCUSED'] as const;
export type AttendanceMark = (typeof attendanceMarks)[number];

/** A session of a cohort, as far as attendance asks. `counts`: toward completion. Times are ISO 8601. */
export interface AttendedSession { id: string; endsAt: string; cancelled: boolean; counts: boolean }
export interface AttendanceFigures { attended: number; excused: number; of: number; toCome: number }

/** Whoever comes up to so many minutes after the beginning is not late. */
export const graceMinutes = 10;
/** A code is taken so many minutes before a session begins and after it ends. */
export const codeMarginMinutes = 15;

/** Whether the mark counts as having been there. */
export const isAttended = (mark: AttendanceMark | null): boolean => mark === 'PRESENT' || mark === 'LATE';

/** What attendance amounts to for one learner, of the sessions that count and take place; `marks` are hers by session. */
export function attendanceOf(sessions: readonly AttendedSession[], marks: ReadonlyMap<string, AttendanceMark>, now: Date): AttendanceFigures {
  const counting = sessions.filter((session) => session.counts && !session.cancelled);
  const of = (wanted: (mark: AttendanceMark | null) => boolean) => counting.filter(({ id }) => wanted(marks.get(id) ?? null)).length;
  return {
    attended: of(isAttended), excused: of((mark) => mark === 'EXCUSED'), of: counting.length,
    toCome: counting.filter(({ id, endsAt }) => Date.parse(endsAt) > now.getTime() && !marks.has(id)).length,
  };
}

/** What somebody is who arrives now; null: the session can't be entered now. */
export function markOnArrival({ startsAt, endsAt }: { startsAt: string; endsAt: string }, now: Date): 'PRESENT' | 'LATE' | null {
  const margin = codeMarginMinutes * 60_000;
  if (now.getTime() < Date.parse(startsAt) - margin || now.getTime() > Date.parse(endsAt) + margin) return null;
  return now.getTime() <= Date.parse(startsAt) + graceMinutes * 60_000 ? 'PRESENT' : 'LATE';
}

/** What a meeting's list makes of somebody: there where she stayed at least the `least` minutes. */
export const markByMinutes = (minutes: number, least: number): 'PRESENT' | 'ABSENT' => (minutes >= least ? 'PRESENT' : 'ABSENT');
