import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../identity/actor.js';
import { IdentityService } from '../identity/identity.service.js';
import { Commits } from '../learning/commits.js';
import { EnrollingService } from '../learning/enrolling.service.js';
import { EnrolmentsService } from '../learning/enrolments.service.js';
import { learningErrors } from '../learning/errors.js';
import { calendarDay } from '../platform/calendar-day.js';
import { Database } from '../platform/database/database.js';
import { platformErrors } from '../platform/errors.js';
import { isId, newId } from '../platform/ids.js';
import { parseInput } from '../platform/parse.js';
import { CohortStore } from './cohort-store.js';
import { type CohortRow, WaitingRow } from './cohorts.entity.js';
import { cohortErrors } from './errors.js';
import { type Waiting, WaitingListService } from './waiting-list.service.js';

/** Who is to take what: in a cohort, or alone in a version. */
export interface NewPlace { account?: string | null; email?: string | null; name?: string | null; cohort?: string | null; courseVersion?: string | null; dueOn?: string | null }
/** What came of it: a place, or one on the waiting list. */
export type Placed = { enrolmentId: string; waiting: null } | { enrolmentId: null; waiting: Waiting };

/**
 * Places in cohorts: taken, waited for, given back. Whoever decides about a cohort's places holds its row, so that the
 * last place is given once, however many ask at the same moment.
 */
@Injectable()
export class PlacesService {
  constructor(
    private readonly database: Database, private readonly store: CohortStore, private readonly enrolments: EnrolmentsService, private readonly enrolling: EnrollingService,
    private readonly identity: IdentityService, private readonly waiting: WaitingListService, private readonly audit: AuditService, private readonly commits: Commits,
  ) {}

  /** Gives somebody a place, as of `now`, and its enrolment's id; refused where the cohort is full. */
  async enrol(actor: Actor, place: NewPlace, now: Date = new Date()): Promise<string> {
    const { enrolmentId } = await this.#place(actor, place, now, false);
    return enrolmentId ?? '';
  }

  /** Gives somebody a place, as of `now`; in a cohort that is full, the last one on its waiting list. */
  place(actor: Actor, place: NewPlace, now: Date = new Date()): Promise<Placed> { return this.#place(actor, place, now, true); }

  async #place(actor: Actor, place: NewPlace, now: Date, mayWait: boolean): Promise<Placed> {
    const dueOn = parseInput(calendarDay.nullish(), place.dueOn, 'input', 'dueOn') ?? null;
    const [byAccount, byEmail] = [(place.account ?? null) !== null, (place.email ?? null) !== null];
    if (byAccount === byEmail) throw platformErrors.BAD_INPUT({ says: 'Name the learner by `account` or by `email`, not both.', path: ['input', byAccount ? 'email' : 'account'] });
    const newcomer = byAccount ? undefined : this.identity.learnerOf(actor, { email: place.email ?? '', name: place.name ?? null });
    if ((place.cohort ?? null) === null) {
      if ((place.courseVersion ?? null) === null) throw platformErrors.BAD_INPUT({ says: 'Name a cohort, or the course version to take alone.', path: ['input', 'cohort'] });
      const who = newcomer === undefined ? { accountId: place.account ?? '' } : { newcomer };
      return { enrolmentId: (await this.enrolments.enrol(actor, { ...who, courseVersionId: place.courseVersion ?? '', dueOn, enrolledAt: now.toISOString() })).id, waiting: null };
    }
    if (byAccount && await this.identity.account(actor, place.account ?? '') === null) throw platformErrors.NOT_FOUND({ path: ['input', 'account'] });
    const path = ['input', byAccount ? 'account' : 'email'];
    return this.#changing<Placed>(actor, place.cohort ?? '', ['input', 'cohort'], async (manager, cohort) => {
      const accountId = newcomer === undefined ? place.account ?? '' : await newcomer(manager);
      if (await this.free(manager, cohort) > 0) {
        const changed = await this.enter(manager, actor, cohort, { accountId, dueOn, now }, path);
        return { result: { enrolmentId: changed[0] ?? '', waiting: null }, changed };
      }
      if ((await this.enrolling.ofMember(manager, cohort.id, accountId)).some(({ withdrawnAt }) => withdrawnAt === null)) throw learningErrors.ALREADY_ENROLLED({ path });
      if (!mayWait) throw fullError(cohort, ['input', 'cohort']);
      const before = await this.waiting.find(manager, cohort.id, accountId);
      if (before !== null) throw cohortErrors.ALREADY_WAITING({ says: `This person is number ${await this.waiting.position(manager, before)} on the waiting list already.`, path });
      const row: WaitingRow = { id: newId(), organisationId: actor.organisationId, cohortId: cohort.id, accountId, dueOn, joinedAt: now.toISOString() };
      await manager.insert(WaitingRow, row);
      await this.audit.record(manager, actor, { action: 'place.waited-for', subject: subjectOf(cohort), after: { account: accountId } });
      return { result: { enrolmentId: null, waiting: { ...row, position: await this.waiting.position(manager, row) } }, changed: [] };
    });
  }

  /** Gives a free place to somebody on the waiting list, whoever stands before her. Gives the enrolment's id. */
  async admit(actor: Actor, waitingId: string, now: Date = new Date()): Promise<string> {
    const asked = await this.#waitingRow(actor, waitingId);
    return this.#changing(actor, asked.cohortId, ['waiting'], async (manager, cohort) => {
      const row = await this.waiting.find(manager, cohort.id, asked.accountId);
      if (row === null) throw platformErrors.NOT_FOUND({ path: ['waiting'] });
      if (await this.free(manager, cohort) <= 0) throw fullError(cohort, ['waiting']);
      const changed = await this.enter(manager, actor, cohort, { accountId: row.accountId, dueOn: row.dueOn, now }, ['waiting']);
      return { result: changed[0] ?? '', changed };
    });
  }

  /** Takes somebody off the waiting list: staff anybody, a learner herself. */
  async stopWaiting(actor: Actor, waitingId: string): Promise<string> {
    const row = await this.#waitingRow(actor, waitingId);
    if (row.accountId !== actor.accountId && !actor.has('COORDINATOR', 'ADMINISTRATOR')) throw platformErrors.NOT_FOUND({ path: ['waiting'] });
    await this.database.write(async (manager) => {
      await manager.delete(WaitingRow, { id: row.id });
      await this.audit.record(manager, actor, { action: 'place.no-longer-waited-for', subject: { type: 'cohort', id: row.cohortId }, before: { account: row.accountId } });
    });
    return row.cohortId;
  }

  /** Takes back somebody's place: her progress is kept, and the place goes to whoever is next. */
  async withdraw(actor: Actor, enrolmentId: string, now: Date = new Date()): Promise<void> {
    const { accountId, cohortId } = await this.#enrolment(actor, enrolmentId);
    await this.#changing(actor, cohortId, ['enrolment'], async (manager, cohort) => {
      const ids = (await this.enrolling.ofMember(manager, cohort.id, accountId)).filter(({ withdrawnAt }) => withdrawnAt === null).map(({ id }) => id);
      if (ids.length === 0) return { result: undefined, changed: [] };
      await this.enrolling.set(manager, ids, { withdrawnAt: now.toISOString() });
      await this.audit.record(manager, actor, { action: 'enrolment.withdrawn', subject: { type: 'enrolment', id: enrolmentId }, before: { cohort: cohort.name } });
      return { result: undefined, changed: [...ids, ...await this.fill(manager, actor, cohort, now)] };
    });
  }

  /** Gives a withdrawn learner her place back, where one is free: all is as it was. */
  async restore(actor: Actor, enrolmentId: string): Promise<void> {
    const { accountId, cohortId } = await this.#enrolment(actor, enrolmentId);
    await this.#changing(actor, cohortId, ['enrolment'], async (manager, cohort) => {
      const gone = (await this.enrolling.ofMember(manager, cohort.id, accountId)).filter(({ withdrawnAt }) => withdrawnAt !== null);
      if (gone.length === 0) return { result: undefined, changed: [] };
      if (await this.free(manager, cohort) <= 0) throw fullError(cohort, ['enrolment']);
      return { result: undefined, changed: await this.enter(manager, actor, cohort, { accountId, dueOn: null, now: new Date() }, ['enrolment']) };
    });
  }

  /** Gives places that are free to whoever waits longest, where the cohort has it so; gives the enrolments. Within a transaction that holds the cohort. */
  async fill(manager: EntityManager, actor: Actor, cohort: CohortRow, now: Date): Promise<string[]> {
    const changed: string[] = [];
    if (cohort.fills !== 'FIRST' || cohort.archivedAt !== null) return changed;
    for (let free = await this.free(manager, cohort); free > 0; free -= 1) {
      const next = await this.waiting.first(manager, cohort.id);
      if (next === null) break;
      changed.push(...await this.enter(manager, actor, cohort, { accountId: next.accountId, dueOn: next.dueOn, now }, ['cohort']));
    }
    return changed;
  }

  /** Makes somebody a learner of a cohort whose row is held; one who was withdrawn goes on where she was. Gives the enrolments, the first course's first. */
  async enter(manager: EntityManager, actor: Actor, cohort: CohortRow, { accountId, dueOn, now }: { accountId: string; dueOn: string | null; now: Date }, path: string[]): Promise<string[]> {
    const before = await this.enrolling.ofMember(manager, cohort.id, accountId);
    if (before.some(({ withdrawnAt }) => withdrawnAt === null)) throw learningErrors.ALREADY_ENROLLED({ path });
    await manager.delete(WaitingRow, { cohortId: cohort.id, accountId });
    if (before.length > 0) {
      await this.enrolling.set(manager, before.map(({ id }) => id), { withdrawnAt: null });
      await this.audit.record(manager, actor, { action: 'enrolment.restored', subject: { type: 'enrolment', id: before[0]?.id ?? '' }, after: { cohort: cohort.name } });
      return before.map(({ id }) => id);
    }
    const row = await this.enrolling.insert(manager, { organisationId: cohort.organisationId, accountId, courseVersionId: cohort.courseVersionId, cohortId: cohort.id, enrolledAt: now.toISOString(), dueOn: dueOn ?? cohort.endsOn }, path);
    await this.audit.record(manager, actor, { action: 'enrolment.made', subject: { type: 'enrolment', id: row.id }, after: row });
    return [row.id];
  }

  async #changing<T>(actor: Actor, cohortId: string, path: string[], work: (manager: EntityManager, cohort: CohortRow) => Promise<{ result: T; changed: string[] }>): Promise<T> {
    const { result, changed } = await this.database.write(async (manager) => {
      const cohort = await this.store.locked(manager, actor, cohortId, path);
      if (cohort.archivedAt !== null) throw cohortErrors.COHORT_ARCHIVED({ path });
      return work(manager, cohort);
    });
    await this.enrolling.changed(changed);
    this.commits.tell(cohortId, null);
    return result;
  }

  /** How many places of a cohort that is held are free. */
  async free(manager: EntityManager, { id, capacity }: CohortRow): Promise<number> {
    return capacity === null ? Number.MAX_SAFE_INTEGER : capacity - await this.enrolling.placesTaken(manager, id);
  }

  async #waitingRow(actor: Actor, id: string): Promise<WaitingRow> {
    const row = isId(id) ? await this.database.read.findOneBy(WaitingRow, { id, organisationId: actor.organisationId }) : null;
    if (row === null) throw platformErrors.NOT_FOUND({ path: ['waiting'] });
    return row;
  }

  async #enrolment(actor: Actor, id: string): Promise<{ accountId: string; cohortId: string }> {
    const row = await this.enrolments.find(actor, id);
    if (row === null) throw platformErrors.NOT_FOUND({ path: ['enrolment'] });
    if (row.cohortId === null) throw cohortErrors.NOT_IN_COHORT({ path: ['enrolment'] });
    return { accountId: row.accountId, cohortId: row.cohortId };
  }
}

const subjectOf = ({ id, name }: CohortRow) => ({ type: 'cohort', id, label: name });
export const fullError = ({ capacity }: CohortRow, path: string[]) => cohortErrors.COHORT_FULL({ says: `All ${capacity} places of this cohort are taken. Give it more places, or withdraw somebody first.`, path });
