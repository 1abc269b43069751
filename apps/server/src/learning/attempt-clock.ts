import type { AttemptRow } from './learning.entity.js';

/** Answers on their way when the time ends still count: so long, in milliseconds. */
const graceMs = 10_000;

/** When answers close, by the server's clock; null: no limit. */
export const closesAt = (startedAt: Date, limitSeconds: number | null): string | null => (limitSeconds === null ? null : new Date(startedAt.getTime() + limitSeconds * 1000).toISOString());

/** Whether answers come too late. */
export const isOver = (attempt: Pick<AttemptRow, 'closesAt'>, now: Date): boolean => attempt.closesAt !== null && now.getTime() > Date.parse(attempt.closesAt) + graceMs;

/** Seconds left to answer, not below 0; null: no limit, or submitted. */
export function secondsLeft(attempt: Pick<AttemptRow, 'closesAt' | 'submittedAt'>, now: Date): number | null {
  if (attempt.closesAt === null || attempt.submittedAt !== null) return null;
  return Math.max(0, Math.ceil((Date.parse(attempt.closesAt) - now.getTime()) / 1000));
}
