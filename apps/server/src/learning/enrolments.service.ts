import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { CourseVersions, type LoadedVersion } from '../catalog/course-versions.js';
import { type Actor, staff } from '../identity/actor.js';
import { IdentityService } from '../identity/identity.service.js';
import { Database } from '../platform/database/database.js';
import { platformErrors } from '../platform/errors.js';
import type { Page } from '../platform/graphql/connection.js';
import { nowText } from '../platform/ids.js';
import { Commits } from './commits.js';
import { EnrollingService } from './enrolling.service.js';
import { AttemptRow, EnrolmentRow, EventRow, ProgressRow, ResponseRow } from './learning.entity.js';

export interface NewEnrolment {
  accountId?: string;
  /** Instead of `accountId`: finds or makes the account in the transaction that enrols it, so that there is both or neither. */
  newcomer?: (manager: EntityManager) => Promise<string>;
  courseVersionId: string; cohortId?: string | null; dueOn?: string | null; /** ISO 8601; now unless said */ enrolledAt?: string;
}

/** Enrolments, and what other modules read of learning. */
@Injectable()
export class EnrolmentsService {
  constructor(private readonly database: Database, private readonly versions: CourseVersions, private readonly identity: IdentityService, private readonly enrolling: EnrollingService, private readonly audit: AuditService, private readonly commits: Commits) {}

  /** Enrols an account of the actor's organisation in a version of one of its courses. The caller has checked the cohort. */
  async enrol(actor: Actor, input: NewEnrolment): Promise<EnrolmentRow> {
    const { accountId = '', newcomer } = input;
    const account = newcomer === undefined ? await this.identity.account(actor, accountId) : null;
    if (newcomer === undefined && account === null) throw platformErrors.NOT_FOUND({ path: ['input', 'account'] });
    const version = await this.versions.get(input.courseVersionId);
    if (version === null || version.organisationId !== actor.organisationId) throw platformErrors.NOT_FOUND({ path: ['input', 'courseVersion'] });
    const made = await this.database.write(async (manager) => {
      const row = await this.enrolling.insert(manager, {
        organisationId: actor.organisationId, accountId: newcomer === undefined ? accountId : await newcomer(manager), courseVersionId: version.id,
        cohortId: input.cohortId ?? null, enrolledAt: input.enrolledAt ?? nowText(), dueOn: input.dueOn ?? null,
      }, ['input', newcomer === undefined ? 'account' : 'email']);
      await this.audit.record(manager, actor, { action: 'enrolment.made', subject: { type: 'enrolment', id: row.id, ...(account === null ? {} : { label: account.name }) }, after: row });
      return row;
    });
    this.commits.tell(made.cohortId, null);
    return made;
  }

  /** The enrolment, if it is the actor's own or she is staff of its organisation; null otherwise. Batched. */
  async find(actor: Actor, id: string): Promise<EnrolmentRow | null> {
    const row = await this.#loader(actor).load(id);
    return row !== null && mayRead(actor, row) ? row : null;
  }

  /** The actor's own enrolment; throws NOT_FOUND for any other. */
  async own(actor: Actor, id: string): Promise<EnrolmentRow> {
    const row = await this.#loader(actor).load(id);
    if (row === null) throw platformErrors.NOT_FOUND({ path: ['enrolment'] });
    ensureOwn(actor, row);
    return row;
  }

  async version(row: EnrolmentRow): Promise<LoadedVersion> {
    const version = await this.versions.get(row.courseVersionId);
    if (version === null) throw new Error('An enrolment points at a version that is gone.');
    return version;
  }

  /** The actor's own enrolments, newest first; `first + 1` rows, for `connection`. */
  async ofViewer(actor: Actor, page: Page): Promise<{ rows: EnrolmentRow[]; total: number }> {
    const all = this.database.read.createQueryBuilder(EnrolmentRow, 'e').where('e.accountId = :account AND e.organisationId = :organisation AND e.withdrawnAt IS NULL', { account: actor.accountId, organisation: actor.organisationId });
    const total = await all.getCount();
    const after = page.after?.[0];
    if (after !== undefined) all.andWhere('e.id < :after', { after });
    return { rows: await all.orderBy('e.id', 'DESC').take(page.first + 1).getMany(), total };
  }

  /** Enrolments with these ids in the actor's organisation, for staff. */
  async many(actor: Actor, ids: readonly string[]): Promise<EnrolmentRow[]> {
    return this.database.read.findBy(EnrolmentRow, { id: In([...ids]), organisationId: actor.organisationId });
  }

  /** Which enrolments rest on the same work as each of these: copies of one another. Only those that have any; one statement. */
  async families(actor: Actor, rows: readonly EnrolmentRow[]): Promise<Map<string, string[]>> {
    if (rows.length === 0) return new Map();
    const roots = [...new Set(rows.map(rootOf))];
    const copies = await this.database.read.find(EnrolmentRow, { select: { id: true, copiedFrom: true }, where: { copiedFrom: In(roots), organisationId: actor.organisationId } });
    const families = new Map(roots.map((root) => [root, [root, ...copies.filter(({ copiedFrom }) => copiedFrom === root).map(({ id }) => id)]]));
    return new Map(rows.map((row): [string, string[]] => [row.id, families.get(rootOf(row)) ?? [row.id]]).filter(([, family]) => family.length > 1));
  }

  /** Who has a place in these cohorts of the actor's organisation, by cohort in the order of enrolling; at most 5,000 of each. One statement. */
  async inCohorts(actor: Actor, cohortIds: readonly string[]): Promise<EnrolmentRow[]> {
    if (cohortIds.length === 0) return [];
    return this.database.read.find(EnrolmentRow, { where: { cohortId: In([...cohortIds]), organisationId: actor.organisationId }, order: { id: 'ASC' }, take: 5_000 * cohortIds.length });
  }

  /** The newest 500 places of one person in one organisation: for what she is told without asking, such as her calendar. */
  ofAccount(organisationId: string, accountId: string): Promise<EnrolmentRow[]> {
    return this.database.read.find(EnrolmentRow, { where: { accountId, organisationId }, order: { id: 'DESC' }, take: 500 });
  }

  /** Everybody's enrolments in a cohort of the actor's organisation, at most `most`. Read once for each request. */
  async ofCohort(actor: Actor, cohortId: string, most: number): Promise<EnrolmentRow[]> {
    const found = await actor.loader('learning.ofCohort', async (ids) => {
      const rows = await this.database.read.find(EnrolmentRow, { where: { cohortId: In([...ids]), organisationId: actor.organisationId }, order: { id: 'ASC' }, take: most * ids.length });
      return new Map(ids.map((id) => [id, rows.filter((row) => row.cohortId === id)]));
    }).load(cohortId);
    return found ?? [];
  }

  /** Ids of a cohort's enrolments in the actor's organisation, for staff, oldest first; at most `most` after one of them. */
  async idsInCohort(actor: Actor, cohortId: string, most: number, after = ''): Promise<string[]> {
    const rows = await this.database.read.createQueryBuilder(EnrolmentRow, 'e').select(['e.id'])
      .where('e.cohortId = :cohortId AND e.organisationId = :organisation AND e.id > :after', { cohortId, organisation: actor.organisationId, after }).orderBy('e.id').take(most).getMany();
    return rows.map(({ id }) => id);
  }

  /** Progress columns of one enrolment. Batched. */
  progressRow(actor: Actor, enrolmentId: string): Promise<ProgressRow | null> {
    return actor.loader('learning.progressRow', async (ids) => new Map((await this.database.read.findBy(ProgressRow, { enrolmentId: In([...ids]) })).map((row) => [row.enrolmentId, row]))).load(enrolmentId);
  }

  /** Recorded events, newest first, `first + 1` of them. A cursor holds the ordinal. */
  async events(enrolmentId: string, page: Page): Promise<{ rows: EventRow[]; total: number }> {
    const all = this.database.read.createQueryBuilder(EventRow, 'e').where('e.enrolmentId = :enrolmentId', { enrolmentId });
    const total = await all.getCount();
    const after = page.after?.[0];
    if (after !== undefined) all.andWhere('e.ordinal < :after', { after });
    return { rows: await all.orderBy('e.ordinal', 'DESC').take(page.first + 1).getMany(), total };
  }

  /** The answers that count to some items of a version, for statistics; submitted attempts and checks only. */
  responses(courseVersionId: string, itemIds: readonly string[]): Promise<ResponseRow[]> {
    return this.database.read.findBy(ResponseRow, { courseVersionId, itemId: In([...itemIds]), copied: false });
  }

  /** How many people have a place in each of these cohorts. */
  async placesTaken(cohortIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.database.read.createQueryBuilder(EnrolmentRow, 'e').select('e.cohort_id', 'id').addSelect('COUNT(DISTINCT e.account_id)', 'taken')
      .where('e.cohortId IN (:...ids) AND e.withdrawnAt IS NULL', { ids: [...cohortIds] }).groupBy('e.cohort_id').getRawMany<{ id: string; taken: string | number }>();
    return new Map(rows.map(({ id, taken }) => [id, Number(taken)]));
  }

  /** How many people are in each of these groups. */
  async inGroups(groupIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.database.read.createQueryBuilder(EnrolmentRow, 'e').select('e.group_id', 'id').addSelect('COUNT(DISTINCT e.account_id)', 'people')
      .where('e.groupId IN (:...ids) AND e.withdrawnAt IS NULL', { ids: [...groupIds] }).groupBy('e.group_id').getRawMany<{ id: string; people: string | number }>();
    return new Map(rows.map(({ id, people }) => [id, Number(people)]));
  }

  /** The accounts of those who are in a group, at most 5,000. */
  async accountsInGroup(groupId: string): Promise<string[]> {
    const rows = await this.database.read.find(EnrolmentRow, { select: { id: true, accountId: true }, where: { groupId, withdrawnAt: IsNull() }, take: 5_000 });
    return [...new Set(rows.map(({ accountId }) => accountId))];
  }

  attemptsOf(enrolmentIds: readonly string[]): Promise<AttemptRow[]> {
    return this.database.read.find(AttemptRow, { where: { enrolmentId: In([...enrolmentIds]) }, order: { startedAt: 'ASC', id: 'ASC' } });
  }

  #loader(actor: Actor) {
    return actor.loader('learning.enrolment', async (ids) => new Map((await this.database.read.findBy(EnrolmentRow, { id: In([...ids]) })).map((row) => [row.id, row])));
  }
}

/** The first of those that rest on the same work. */
export const rootOf = ({ id, copiedFrom }: Pick<EnrolmentRow, 'id' | 'copiedFrom'>): string => copiedFrom ?? id;

/** Throws NOT_FOUND unless the enrolment is the actor's own: as for one that does not exist. */
export function ensureOwn(actor: Actor, row: EnrolmentRow): void {
  if (!isOwn(actor, row)) throw platformErrors.NOT_FOUND({ path: ['enrolment'] });
}
export const isOwn = (actor: Actor, row: EnrolmentRow): boolean => row.accountId === actor.accountId && row.organisationId === actor.organisationId;
export const mayRead = (actor: Actor, row: EnrolmentRow): boolean => isOwn(actor, row) || (row.organisationId === actor.organisationId && (actor.has(...staff) || (row.cohortId !== null && actor.rolesIn(row.cohortId).length > 0)));
