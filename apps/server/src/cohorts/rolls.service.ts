import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { BulkEnrolments, type KnownPlace } from '../learning/bulk-enrolments.service.js';
import { Database } from '../platform/database/database.js';
import { isId, newId, nowText } from '../platform/ids.js';
import { CohortRow, WaitingRow } from './cohorts.entity.js';

/** A cohort as whoever brings many people into it needs to know it. */
export type RollCohort = Pick<CohortRow, 'id' | 'name' | 'courseVersionId' | 'endsOn' | 'archivedAt'> & { /** places that are left; null: no limit */ left: number | null };
export interface NewRollPlace { accountId: string; cohort: RollCohort; dueOn: string | null }

/** Who is in some cohorts, and many new people in them, within the caller's transaction. */
@Injectable()
export class CohortRolls {
  constructor(private readonly database: Database, private readonly enrolments: BulkEnrolments) {}

  /** The cohorts of the organisation with these ids. */
  async cohorts(manager: EntityManager, organisationId: string, ids: readonly string[]): Promise<RollCohort[]> {
    const wanted = ids.filter(isId);
    if (wanted.length === 0) return [];
    const rows = await manager.findBy(CohortRow, { organisationId, id: In(wanted) });
    const learners = await this.enrolments.learnersIn(manager, rows.filter(({ capacity }) => capacity !== null).map(({ id }) => id));
    return rows.map((row) => ({ ...row, left: row.capacity === null ? null : row.capacity - (learners.get(row.id) ?? 0) }));
  }

  /** Every cohort of the organisation by name, for finding those that a file names; the newest 2,000. */
  async named(manager: EntityManager, organisationId: string): Promise<{ id: string; name: string }[]> {
    return manager.find(CohortRow, { where: { organisationId }, select: { id: true, name: true }, order: { id: 'DESC' }, take: 2_000 });
  }

  /** Nobody else brings people into these cohorts until the transaction ends. Always in one order, so that two never wait for each other. */
  async lock(manager: EntityManager, organisationId: string, ids: readonly string[]): Promise<void> {
    for (const id of [...new Set(ids)].sort()) await manager.update(CohortRow, { id, organisationId }, { name: () => 'name' });
  }

  places(manager: EntityManager, organisationId: string, accountIds: readonly string[], cohortIds: readonly string[]): Promise<KnownPlace[]> {
    return this.enrolments.of(manager, organisationId, accountIds, cohortIds);
  }

  /** Who of some people waits for a place in some cohorts: account and cohort, with a blank between. */
  async waiting(manager: EntityManager, accountIds: readonly string[], cohortIds: readonly string[]): Promise<Set<string>> {
    if (accountIds.length === 0 || cohortIds.length === 0) return new Set();
    const wanted = new Set(accountIds);
    const rows = await manager.find(WaitingRow, { select: { accountId: true, cohortId: true }, where: { cohortId: In([...cohortIds]) } });
    return new Set(rows.filter(({ accountId }) => wanted.has(accountId)).map(({ accountId, cohortId }) => `${accountId} ${cohortId}`));
  }

  /** Puts people on waiting lists, the last in line in the order given. The caller has looked who waits already. */
  async wait(manager: EntityManager, organisationId: string, places: readonly { accountId: string; cohortId: string; dueOn: string | null }[]): Promise<void> {
    const at = nowText();
    await this.database.insertMany(manager, 'cohort_waiting', places.map(({ accountId, cohortId, dueOn }) => ({ id: newId(), organisation_id: organisationId, cohort_id: cohortId, account_id: accountId, due_on: dueOn, joined_at: at })));
  }

  /** Gives people places; answers the enrolments, in the same order. */
  async add(manager: EntityManager, organisationId: string, places: readonly NewRollPlace[]): Promise<KnownPlace[]> {
    const made = places.map(({ accountId, cohort, dueOn }) => ({ id: newId(), accountId, cohortId: cohort.id, courseVersionId: cohort.courseVersionId, dueOn: dueOn ?? cohort.endsOn }));
    await this.enrolments.add(manager, organisationId, made);
    // Whoever waited does no more.
    const placed = new Set(made.map(({ accountId, cohortId }) => `${accountId} ${cohortId}`));
    const waited = await this.waiting(manager, made.map(({ accountId }) => accountId), [...new Set(made.map(({ cohortId }) => cohortId))]);
    for (const key of waited) if (placed.has(key)) { const [accountId = '', cohortId = ''] = key.split(' '); await manager.delete(WaitingRow, { accountId, cohortId }); }
    return made;
  }

  setDue(manager: EntityManager, organisationId: string, changes: readonly { id: string; dueOn: string | null }[]): Promise<void> {
    return this.enrolments.setDue(manager, organisationId, changes);
  }
}
