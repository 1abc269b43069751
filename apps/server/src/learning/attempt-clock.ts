import { attemptClosesAt, onBreak, usualGraceSeconds } from '@preceptor/assessment';
import type { AttemptRow } from './learning.entity.js';

type Timed = Pick<AttemptRow, 'closesAt' | 'conditions' | 'breaks'> & { startedAt?: string };

/** When answers close, by the server's clock; null: no limit. */
export const closesAt = (startedAt: Date, limitSeconds: number | null): string | null => (limitSeconds === null ? null : new Date(startedAt.getTime() + limitSeconds * 1000).toISOString());

/** The same at `now`, with what was in force and the breaks so far. */
export function closesAtOf({ startedAt, closesAt: kept, conditions, breaks }: Timed, now: Date): string | null {
  return startedAt === undefined || conditions === null || conditions === undefined ? kept : attemptClosesAt(startedAt, breaks ?? [], conditions, now);
}

/** Whether answers come too late: those on their way when the time ends still count, as long as the grace that is in force. */
export function isOver(attempt: Timed, now: Date): boolean {
  const closes = closesAtOf(attempt, now);
  return closes !== null && now.getTime() > Date.parse(closes) + (attempt.conditions?.graceSeconds ?? usualGraceSeconds) * 1000;
}

/** Whether the clock stands. */
export const isOnBreak = (attempt: Timed, now: Date): boolean => onBreak(attempt.breaks ?? [], attempt.conditions?.breakSeconds ?? 0, now);

/** Seconds left to answer, not below 0; null: no limit, or submitted. */
export function secondsLeft(attempt: Timed & Pick<AttemptRow, 'submittedAt'>, now: Date): number | null {
  const closes = closesAtOf(attempt, now);
  if (closes === null || attempt.submittedAt !== null) return null;
  return Math.max(0, Math.ceil((Date.parse(closes) - now.getTime()) / 1000));
}
