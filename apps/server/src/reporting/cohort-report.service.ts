import { Injectable } from '@nestjs/common';
import { dayIn, standingOf } from '@preceptor/tracking';
import type { Cohort } from '../cohorts/cohorts.types.js';
import type { Actor } from '../identity/actor.js';
import { Database } from '../platform/database/database.js';
import type { Page } from '../platform/graphql/connection.js';
import { LearnerReport } from './reporting.entity.js';
import { type CohortSummary, type LearnerRow, LearnerSort, LearnerStatus, type LearnersArgs } from './reporting.types.js';

/** Most learners of one cohort that a report reads. */
export const largestCohort = 5_000;
const shortList = 10;
export type CohortDates = Pick<Cohort, 'id' | 'startsOn' | 'timeZone'>;

/** A cohort's learners as its coordinator sees them. How somebody stands is a rule of libs/tracking, so it is computed here and not in SQL; a cohort is small. */
@Injectable()
export class CohortReportService {
  constructor(private readonly database: Database) {}

  /** One page of the learners that fit, sorted; one row more where more follow. */
  async learners(actor: Actor, cohort: CohortDates, { sort, descending, search, status, group }: LearnersArgs, { first, after }: Page): Promise<{ rows: LearnerRow[]; total: number }> {
    const wanted = (search ?? '').trim().toLocaleLowerCase();
    const rows = (await this.rows(actor, cohort))
      .filter((row) => (status ?? row.status) === row.status && isInGroup(row, group ?? null) && (wanted === '' || row.name.toLocaleLowerCase().includes(wanted) || row.email.includes(wanted)));
    rows.sort((a, b) => compare(sortKeys(a, sort), sortKeys(b, sort)) * (descending ? -1 : 1));
    const begin = after === null ? 0 : rows.findIndex((row) => compare(sortKeys(row, sort), after) * (descending ? -1 : 1) > 0);
    return { rows: begin === -1 ? [] : rows.slice(begin, begin + first + 1), total: rows.length };
  }

  async summary(actor: Actor, cohort: CohortDates): Promise<CohortSummary> { return summaryOf(await this.rows(actor, cohort)); }

  /** Some learners of a cohort, by enrolment; null: all of them. For whoever keeps the others in memory. */
  async some(organisationId: string, cohort: CohortDates, enrolmentIds: readonly string[] | null): Promise<LearnerRow[]> {
    if (enrolmentIds?.length === 0) return [];
    const query = this.database.read.createQueryBuilder(LearnerReport, 'l').where('l.cohortId = :cohort AND l.organisationId = :organisationId', { cohort: cohort.id, organisationId });
    if (enrolmentIds !== null) query.andWhere('l.enrolmentId IN (:...ids)', { ids: [...enrolmentIds] });
    const today = dayIn(cohort.timeZone, new Date());
    return (await query.orderBy('l.enrolmentId').limit(largestCohort).getMany()).map((report) => rowOf(report, cohort, today));
  }

  /** All rows of a cohort, read once for each request. */
  rows(actor: Actor, cohort: CohortDates): Promise<LearnerRow[]> {
    return actor.loader('reporting.cohort', async (ids) => {
      const found = await this.database.read.createQueryBuilder(LearnerReport, 'l')
        .where('l.cohortId IN (:...ids) AND l.organisationId = :organisation', { ids: [...ids], organisation: actor.organisationId })
        .orderBy('l.enrolmentId').limit(largestCohort * ids.length).getMany();
      return new Map(ids.map((id) => [id, found.filter((report) => report.cohortId === id)]));
    }).load(cohort.id).then((reports) => {
      const today = dayIn(cohort.timeZone, new Date());
      return (reports ?? []).map((report) => rowOf(report, cohort, today));
    });
  }
}

/** A cohort in figures, and three lists of at most ten who need somebody. */
export function summaryOf(rows: readonly LearnerRow[]): CohortSummary {
  const byLastSeen = rows.toSorted((a, b) => compare(sortKeys(a, LearnerSort.LAST_ACTIVITY), sortKeys(b, LearnerSort.LAST_ACTIVITY)));
  const failed = (row: LearnerRow) => row.success === 'failed';
  return {
    learners: rows.length,
    notStarted: rows.filter((row) => row.lastActivityAt === null).length,
    inProgress: rows.filter((row) => row.lastActivityAt !== null && row.completion !== 'completed').length,
    completed: rows.filter((row) => row.completion === 'completed').length,
    passed: rows.filter((row) => row.success === 'passed').length,
    stuck: byLastSeen.filter((row) => row.status === LearnerStatus.STUCK && !failed(row)).slice(0, shortList),
    late: byLastSeen.filter((row) => row.status === LearnerStatus.BEHIND).slice(0, shortList),
    waiting: byLastSeen.filter(failed).slice(0, shortList),
  };
}

function rowOf(report: LearnerReport, cohort: CohortDates, today: string): LearnerRow {
  // By the cohort's calendar on both sides, or the days since are one less in the evening.
  const lastAt = report.lastAt === null ? null : dayIn(cohort.timeZone, new Date(report.lastAt));
  const { standing, reason } = standingOf({ ...report, lastAt, startsOn: cohort.startsOn, today });
  const { enrolmentId, accountId, groupId, name, email, fraction, score, completion, success } = report;
  return { enrolmentId, accountId, groupId, name, email, status: LearnerStatus[standing], reason, fraction, score, completion, success, lastActivityAt: report.lastAt, lessonsCompleted: report.completedLessons, enrolledAt: report.enrolledAt, seconds: report.seconds };
}

/** `none`: who is in no group; null: everybody. */
export const isInGroup = ({ groupId }: { groupId: string | null }, group: string | null): boolean => group === null || (group === 'none' ? groupId === null : groupId === group);

export type SortKeys = (string | number | null)[];
/** What a row is sorted by; the enrolment's id makes it certain. */
export function sortKeys(row: LearnerRow, sort: LearnerSort): SortKeys {
  const by = { [LearnerSort.NAME]: row.name, [LearnerSort.PROGRESS]: row.fraction, [LearnerSort.LAST_ACTIVITY]: row.lastActivityAt, [LearnerSort.SCORE]: row.score };
  return [by[sort], row.enrolmentId];
}

function compare(a: SortKeys, b: SortKeys): number {
  for (const [index, left] of a.entries()) {
    const right = b[index] ?? null;
    if (left === right) continue;
    if (left === null) return -1;
    if (right === null) return 1;
    if (typeof left === 'number' && typeof right === 'number') return left - right;
    const order = collator.compare(String(left), String(right));
    if (order !== 0) return order;
  }
  return 0;
}
const collator = new Intl.Collator('en');
