import type { Conditions } from './in-force.js';

/** One break in an attempt; `to` is null while it lasts. ISO 8601, by the server's clock. */
export interface Break { from: string; to: string | null }
type Limits = Pick<Conditions, 'timeLimitSeconds' | 'closesAt' | 'breakSeconds'>;

/**
 * When answers of an attempt close: its time limit after its beginning and its breaks, and never after the assessment
 * itself closes; null: no limit. A break that lasts longer than what is granted ends by itself.
 */
export function attemptClosesAt(startedAt: string, breaks: readonly Break[], { timeLimitSeconds, closesAt, breakSeconds }: Limits, now: Date): string | null {
  if (timeLimitSeconds === null) return closesAt;
  const own = new Date(Date.parse(startedAt) + (timeLimitSeconds + breakTaken(breaks, breakSeconds, now)) * 1000).toISOString();
  return closesAt !== null && closesAt < own ? closesAt : own;
}

/** Seconds of break taken by `now`, never more than granted. */
export function breakTaken(breaks: readonly Break[], granted: number, now: Date): number {
  return Math.min(granted, breaks.reduce((sum, { from, to }) => sum + Math.max(0, ((to === null ? now.getTime() : Date.parse(to)) - Date.parse(from)) / 1000), 0));
}

/** Whether the attempt stands still at `now`: a break is under way and is not used up. */
export function onBreak(breaks: readonly Break[], granted: number, now: Date): boolean {
  return breaks.at(-1)?.to === null && breakTaken(breaks, granted, now) < granted;
}
