import { Injectable } from '@nestjs/common';
import { emptyState } from '@preceptor/tracking';
import { type EntityManager, In } from 'typeorm';
import { Database } from '../platform/database/database.js';
import { nowText } from '../platform/ids.js';
import { EnrolmentRow } from './learning.entity.js';

export type KnownPlace = Pick<EnrolmentRow, 'id' | 'accountId' | 'cohortId' | 'courseVersionId' | 'dueOn'>;
const atOnce = 1_000;

/** Enrolments of many people at once, within the caller's transaction. The caller has checked people, versions and cohorts. */
@Injectable()
export class BulkEnrolments {
  constructor(private readonly database: Database) {}

  /** The places that some people have in some cohorts. */
  async of(manager: EntityManager, organisationId: string, accountIds: readonly string[], cohortIds: readonly string[]): Promise<KnownPlace[]> {
    const found: KnownPlace[] = [];
    if (cohortIds.length === 0) return found;
    for (let from = 0; from < accountIds.length; from += atOnce) {
      found.push(...await manager.find(EnrolmentRow, {
        where: { organisationId, accountId: In(accountIds.slice(from, from + atOnce)), cohortId: In([...cohortIds]) }, select: { id: true, accountId: true, cohortId: true, courseVersionId: true, dueOn: true },
      }));
    }
    return found;
  }

  /** How many people have a place in each of some cohorts. */
  async learnersIn(manager: EntityManager, cohortIds: readonly string[]): Promise<Map<string, number>> {
    if (cohortIds.length === 0) return new Map();
    const rows: { cohort: string; learners: number | string }[] = await manager.createQueryBuilder(EnrolmentRow, 'e').select('e.cohortId', 'cohort').addSelect('COUNT(DISTINCT e.accountId)', 'learners')
      .where('e.cohortId IN (:...ids) AND e.withdrawnAt IS NULL', { ids: [...cohortIds] }).groupBy('e.cohortId').getRawMany();
    return new Map(rows.map(({ cohort, learners }) => [cohort, Number(learners)]));
  }

  /** Makes enrolments in which nothing has happened yet. */
  async add(manager: EntityManager, organisationId: string, places: readonly KnownPlace[]): Promise<void> {
    const at = nowText();
    const snapshot = JSON.stringify(emptyState());
    await this.database.insertMany(manager, 'enrolment', places.map(({ id, accountId, courseVersionId, cohortId, dueOn }) => ({
      id, organisation_id: organisationId, account_id: accountId, course_version_id: courseVersionId, cohort_id: cohortId, enrolled_at: at, due_on: dueOn,
    })));
    await this.database.insertMany(manager, 'learning_progress', places.map(({ id, courseVersionId }) => ({
      enrolment_id: id, course_version_id: courseVersionId, events: 0, snapshot, snapshot_events: 0, completion: 'not-started', success: 'unknown', fraction: 0, score: null, seconds: 0, completed_lessons: '[]', first_at: null, last_at: null,
    })));
  }

  /** Gives enrolments of the organisation another due day. */
  async setDue(manager: EntityManager, organisationId: string, changes: readonly { id: string; dueOn: string | null }[]): Promise<void> {
    for (const { id, dueOn } of changes) await manager.update(EnrolmentRow, { id, organisationId }, { dueOn });
  }
}
