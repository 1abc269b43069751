import type { Standing } from './standing.js';

/** What is known of a learner who may need somebody. Days are whole days in the cohort's zone. */
export interface RiskFacts {
  standing: Standing;
  /** why she stands so, in a sentence; null: nothing to say */
  reason: string | null;
  begun: boolean;
  /** since the cohort began or she joined, whichever is later; negative: to come */
  daysSinceStart: number;
  /** since she last did something; null: never */
  daysSilent: number | null;
  /** submitted and not passed, of assessments that she has not passed since */
  failedAttempts: number;
  missedSessions: number;
}
export type RiskSignal = 'not-started' | 'behind' | 'failed' | 'silent' | 'missed-sessions';
export interface Risk { signal: RiskSignal; /** as a sentence for a coordinator */ says: string }

/** From when on each is a signal. */
export const riskFrom = { notStartedDays: 3, silentDays: 7, failedAttempts: 1, missedSessions: 1 };

/** Which signals say that a learner is at risk, the gravest first; none once she has completed. */
export function risksOf({ standing, reason, begun, daysSinceStart, daysSilent, failedAttempts, missedSessions }: RiskFacts): Risk[] {
  if (standing === 'COMPLETED') return [];
  const risks: Risk[] = [];
  if (failedAttempts >= riskFrom.failedAttempts) risks.push({ signal: 'failed', says: `${counted(failedAttempts, 'attempt')} not passed.` });
  if (!begun && daysSinceStart >= riskFrom.notStartedDays) risks.push({ signal: 'not-started', says: `Not started, ${counted(daysSinceStart, 'day')} after the start.` });
  if (begun && daysSilent !== null && daysSilent >= riskFrom.silentDays) risks.push({ signal: 'silent', says: `No activity for ${counted(daysSilent, 'day')}.` });
  // Who has not begun is said to be so from her day on; until then, that the cohort has begun without her.
  if (standing === 'BEHIND' && (begun || daysSinceStart < riskFrom.notStartedDays)) risks.push({ signal: 'behind', says: reason ?? 'Behind the plan.' });
  if (missedSessions >= riskFrom.missedSessions) risks.push({ signal: 'missed-sessions', says: `Missed ${counted(missedSessions, 'session')}.` });
  return risks;
}

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;
