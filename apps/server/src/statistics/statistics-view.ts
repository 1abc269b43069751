import type { StatedMeasure } from '@preceptor/assessment/statistics';
import type { StatisticsFilter } from './filter.js';
import type { Known, Summary } from './statistics.service.js';
import type { AssessmentStatistics, AssessmentSummary, StatisticsFilterInput } from './statistics.types.js';

export const filterOf = (input: StatisticsFilterInput | null | undefined): StatisticsFilter => ({
  version: input?.version ?? null, cohort: input?.cohort ?? null, from: input?.from ?? null, to: input?.to ?? null, everyAttempt: input?.everyAttempt ?? false,
  reference: input?.reference ?? null, focal: input?.focal ?? null,
});

export function statisticsOf({ scope, row, newer, stale, computing, progress, fault }: Known): AssessmentStatistics {
  const { id: assessment, title, passMark } = scope.assessment;
  const test = row?.test;
  return {
    assessment, title, passMark, headline: test?.headline ?? (scope.attempts === 0 ? 'Nobody has submitted this assessment yet.' : 'The statistics are being computed.'),
    computedAt: row?.computedAt ?? null, attempts: row?.attempts ?? 0, lastAttemptAt: row?.lastAt ?? null, newer, outOfDate: stale && scope.attempts > 0, computing, progress, fault: fault?.message ?? null,
    measures: test?.measures ?? [], findings: test?.findings ?? [], distribution: test?.distribution ?? [], itemCount: test?.items ?? 0, flaggedCount: test?.flagged ?? 0,
    cohorts: test?.cohorts ?? [], versions: test?.versions ?? [], compared: test?.compared ?? null, analysisId: row?.id ?? null,
  };
}

export function summaryOf({ assessment, title, passMark, attempts, row, newer }: Summary): AssessmentSummary {
  const measure = (code: StatedMeasure['code']): StatedMeasure | null => row?.test.measures.find((one) => one.code === code) ?? null;
  return {
    assessment, title, passMark, attempts, newer, computedAt: row?.computedAt ?? null, headline: row?.test.headline ?? null,
    mean: measure('mean'), reliability: measure('reliability'), flaggedCount: row?.test.flagged ?? 0,
  };
}
