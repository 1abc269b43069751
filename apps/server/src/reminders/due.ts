import { type StandingFacts, standingOf } from '@preceptor/tracking';

const dayMs = 86_400_000;
/** Calendar days from one to another, YYYY-MM-DD. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / dayMs);

/** Whether today is one of the `days` before a cohort starts. Nobody who is done is told. */
export function startIsNear({ startsOn, completion, today }: StandingFacts, days: number): boolean {
  if (startsOn === null || completion === 'completed') return false;
  const left = daysBetween(today, startsOn);
  return left > 0 && left <= days;
}

/** Whether today is the due day or one of the `days` before it, and not all is done. */
export function deadlineIsNear({ dueOn, completion, today }: StandingFacts, days: number): boolean {
  if (dueOn === null || completion === 'completed') return false;
  const left = daysBetween(today, dueOn);
  return left >= 0 && left <= days;
}

/** Whether a learner is behind or has stopped, and was not told so in the last `days`. Whoever failed waits for somebody else. */
export function isBehind(facts: StandingFacts, days: number, lastToldAt: string | null): boolean {
  if (facts.startsOn !== null && facts.today < facts.startsOn) return false;
  const { standing } = standingOf(facts);
  if (facts.success === 'failed' || (standing !== 'BEHIND' && standing !== 'STUCK')) return false;
  return lastToldAt === null || daysBetween(lastToldAt.slice(0, 10), facts.today) >= days;
}
