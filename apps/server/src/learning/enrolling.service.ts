import { Injectable } from '@nestjs/common';
import { emptyState } from '@preceptor/tracking';
import { type EntityManager, In, IsNull } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { Database } from '../platform/database/database.js';
import { Notices } from '../platform/database/notices.js';
import type { Page } from '../platform/graphql/connection.js';
import { newId } from '../platform/ids.js';
import { learningErrors } from './errors.js';
import { forgottenEnrolments } from './ledger/ledger.js';
import { EnrolmentRow, ProgressRow } from './learning.entity.js';

/** An enrolment that is to be made; whoever makes it has found account, version and cohort for the actor. */
export type EnrolmentToMake = Pick<EnrolmentRow, 'organisationId' | 'accountId' | 'courseVersionId' | 'cohortId' | 'enrolledAt' | 'dueOn'> & Partial<EnrolmentRow>;

/** Enrolments as they are made and changed, within a transaction of whoever decides about them. After its commit: `changed`. */
@Injectable()
export class EnrollingService {
  constructor(private readonly database: Database, private readonly notices: Notices) {}

  /** Makes an enrolment with its empty record. `path`: the input that named the learner. */
  async insert(manager: EntityManager, toMake: EnrolmentToMake, path: string[]): Promise<EnrolmentRow> {
    const row: EnrolmentRow = { id: newId(), coursePosition: 0, waitsFor: null, groupId: null, withdrawnAt: null, copiedFrom: null, ...toMake };
    const same = await manager.findBy(EnrolmentRow, { accountId: row.accountId, courseVersionId: row.courseVersionId });
    if (same.some((other) => other.cohortId === row.cohortId)) throw learningErrors.ALREADY_ENROLLED({ path });
    await manager.insert(EnrolmentRow, row);
    await manager.insert(ProgressRow, {
      enrolmentId: row.id, courseVersionId: row.courseVersionId, events: 0, snapshot: JSON.stringify(emptyState()), snapshotEvents: 0, completion: 'not-started', success: 'unknown',
      fraction: 0, score: null, seconds: 0, completedLessons: [], firstAt: null, lastAt: null,
    });
    return row;
  }

  /** How many people have a place in a cohort. */
  async placesTaken(manager: EntityManager, cohortId: string): Promise<number> {
    const [row] = await manager.createQueryBuilder(EnrolmentRow, 'e').select('COUNT(DISTINCT e.account_id)', 'taken').where('e.cohortId = :cohortId AND e.withdrawnAt IS NULL', { cohortId }).getRawMany<{ taken: string | number }>();
    return Number(row?.taken ?? 0);
  }

  /** The enrolments of one person in a cohort, those that she was withdrawn from among them, in the order of its courses. */
  ofMember(manager: EntityManager, cohortId: string, accountId: string): Promise<EnrolmentRow[]> {
    return manager.find(EnrolmentRow, { where: { cohortId, accountId }, order: { coursePosition: 'ASC', id: 'ASC' } });
  }

  /** Everybody who learns in a cohort; who was withdrawn does not. */
  async accountsIn(cohortId: string): Promise<string[]> {
    const rows = await this.database.read.find(EnrolmentRow, { where: { cohortId, withdrawnAt: IsNull() }, select: { accountId: true } });
    return [...new Set(rows.map(({ accountId }) => accountId))];
  }

  /** Which of some people learn in a cohort; who was withdrawn does not. */
  async learnersAmong(cohortId: string, accounts: readonly string[]): Promise<Set<string>> {
    if (accounts.length === 0) return new Set();
    return new Set((await this.database.read.findBy(EnrolmentRow, { cohortId, accountId: In([...accounts]), withdrawnAt: IsNull() })).map(({ accountId }) => accountId));
  }

  /** The same of several people. */
  ofMembers(manager: EntityManager, cohortId: string, accountIds: readonly string[]): Promise<EnrolmentRow[]> {
    return manager.findBy(EnrolmentRow, { cohortId, accountId: In([...accountIds]) });
  }

  /** Everybody who has a place in a cohort, at most so many enrolments. */
  membersOf(manager: EntityManager, cohortId: string, most: number): Promise<EnrolmentRow[]> {
    return manager.find(EnrolmentRow, { where: { cohortId, withdrawnAt: IsNull() }, order: { id: 'ASC' }, take: most });
  }

  /** Enrolments in a group, those that were withdrawn among them. */
  inGroup(manager: EntityManager, groupId: string): Promise<EnrolmentRow[]> { return manager.findBy(EnrolmentRow, { groupId }); }

  /** Changes enrolments by their ids. */
  async set(manager: EntityManager, ids: readonly string[], columns: Partial<Pick<EnrolmentRow, 'cohortId' | 'dueOn' | 'coursePosition' | 'waitsFor' | 'groupId' | 'withdrawnAt'>>): Promise<void> {
    if (ids.length > 0) await manager.update(EnrolmentRow, { id: In([...ids]) }, columns);
  }

  /** Gives `after` as the due day to everybody in a cohort whose due day is `before`. */
  async moveDueDays(manager: EntityManager, cohortId: string, before: string | null, after: string | null): Promise<void> {
    await manager.update(EnrolmentRow, { cohortId, dueOn: before ?? IsNull() }, { dueOn: after });
  }

  /** To be called after the commit: no server goes on with what it remembers of these. */
  async changed(ids: readonly string[]): Promise<void> {
    for (const id of ids) await this.notices.publish(forgottenEnrolments, id);
  }

  /** Who was withdrawn from a cohort, the last first; one row more than asked for where more follow. The caller has found the cohort for the actor. */
  async withdrawn(actor: Actor, cohortId: string, { first, after }: Page): Promise<{ rows: EnrolmentRow[]; total: number }> {
    const query = this.database.read.createQueryBuilder(EnrolmentRow, 'e').where('e.cohortId = :cohortId AND e.organisationId = :organisation AND e.withdrawnAt IS NOT NULL AND e.coursePosition = 0', { cohortId, organisation: actor.organisationId });
    const total = await query.getCount();
    if (after !== null) query.andWhere('(e.withdrawnAt, e.id) < (:at, :id)', { at: after[0], id: after[1] });
    return { rows: await query.orderBy('e.withdrawnAt', 'DESC').addOrderBy('e.id', 'DESC').take(first + 1).getMany(), total };
  }
}
