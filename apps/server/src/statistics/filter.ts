import type { SubmittedWanted } from '../learning/submitted-attempts.js';

/** What an analysis is narrowed to; null: not at all. Cohorts to compare are ids too. */
export interface StatisticsFilter { version: string | null; cohort: string | null; from: string | null; to: string | null; everyAttempt: boolean; reference: string | null; focal: string | null }
export const wholeFilter: StatisticsFilter = { version: null, cohort: null, from: null, to: null, everyAttempt: false, reference: null, focal: null };

/** The same for equal filters; empty where nothing is narrowed. */
export function canonical({ version, cohort, from, to, everyAttempt, reference, focal }: StatisticsFilter): string {
  const set = Object.entries({ version, cohort, from, to, everyAttempt: everyAttempt ? true : null, reference, focal }).filter(([, value]) => value !== null);
  return set.length === 0 ? '' : JSON.stringify(Object.fromEntries(set));
}

export const wantedBy = ({ cohort, from, to, everyAttempt }: StatisticsFilter): Omit<SubmittedWanted, 'assessmentId'> => ({ cohortId: cohort, from, to, firstOnly: !everyAttempt });
