import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { shiftedByDays } from '@preceptor/tracking';
import { type EntityManager, In } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { CatalogService } from '../catalog/catalog.service.js';
import { CohortsService } from '../cohorts/cohorts.service.js';
import { type Actor, staff } from '../identity/actor.js';
import { MembersService } from '../identity/members.service.js';
import { Database } from '../platform/database/database.js';
import { platformErrors } from '../platform/errors.js';
import { found } from '../platform/found.js';
import type { Page } from '../platform/graphql/connection.js';
import { isId, newId, nowText } from '../platform/ids.js';
import { parseInput } from '../platform/parse.js';
import { changesInWords, whenInWords } from './changes-in-words.js';
import { liveSessionsErrors } from './errors.js';
import { LiveChangeRow, LiveSessionRow } from './live-sessions.entity.js';
import { newSession, type NewSession, series } from './new-session.js';

/** A session, for other modules. */
export type Session = Readonly<LiveSessionRow>;
const longestMs = 24 * 3_600_000;
/** Most sessions that one cohort has. */
export const mostSessions = 500;

/** The sessions of cohorts: when they are, where, and by whom. */
@Injectable()
export class LiveSessionsService {
  constructor(private readonly database: Database, private readonly cohorts: CohortsService, private readonly members: MembersService, private readonly catalog: CatalogService, private readonly audit: AuditService) {}

  /** A session of the actor's organisation; the caller has asked for staff. Batched. */
  session(actor: Actor, id: string): Promise<LiveSessionRow | null> {
    return actor.loader('live-sessions.session', async (ids) => {
      const rows = await this.database.read.findBy(LiveSessionRow, { id: In(ids.filter(isId)), organisationId: actor.organisationId });
      return new Map(rows.map((row) => [row.id, row]));
    }).load(id);
  }

  /** All sessions of a cohort, in the order in which they are, cancelled ones too. Batched. */
  async ofCohort(actor: Actor, cohortId: string): Promise<LiveSessionRow[]> {
    return await actor.loader('live-sessions.ofCohort', async (ids) => {
      const rows = await this.ofCohorts(actor, ids);
      return new Map(ids.map((id) => [id, rows.filter((row) => row.cohortId === id)]));
    }).load(cohortId) ?? [];
  }

  /** One statement, however many cohorts there are. */
  ofCohorts(actor: Actor, cohortIds: readonly string[]): Promise<LiveSessionRow[]> {
    return this.database.read.find(LiveSessionRow, { where: { cohortId: In([...cohortIds]), organisationId: actor.organisationId }, order: { startsAt: 'ASC', id: 'ASC' } });
  }

  /** Sessions of every organisation that begin between two moments and take place: for whoever reminds of them. */
  beginning(from: string, to: string, most = 1000): Promise<LiveSessionRow[]> {
    return this.database.read.createQueryBuilder(LiveSessionRow, 's').where('s.startsAt >= :from AND s.startsAt < :to AND s.cancelled = :no', { from, to, no: false }).orderBy('s.startsAt').addOrderBy('s.id').take(most).getMany();
  }

  /** Adds a session, or a series of them, to a cohort. */
  async create(actor: Actor, cohortId: string, input: NewSession, repeated?: { times: number; everyDays: number } | null): Promise<LiveSessionRow[]> {
    const checked = await this.#checked(actor, cohortId, input);
    const { times, everyDays } = parseInput(series, repeated, 'repeat');
    const [id] = await this.#known(actor, cohortId);
    const at = nowText();
    const rows = Array.from({ length: times }, (_, index): LiveSessionRow => ({
      ...fresh(actor.organisationId, id, at), ...checked, title: times === 1 ? checked.title : `${checked.title} ${index + 1}`,
      startsAt: shiftedByDays(checked.timeZone, checked.startsAt, index * everyDays), endsAt: shiftedByDays(checked.timeZone, checked.endsAt, index * everyDays),
    }));
    await this.database.write(async (manager) => {
      if (await manager.countBy(LiveSessionRow, { cohortId: id }) + times > mostSessions) throw platformErrors.TOO_LARGE({ says: `A cohort has at most ${mostSessions} sessions.`, path: ['repeat', 'times'] });
      for (const row of rows) await this.#insert(manager, actor, row, `Planned for ${whenInWords(row)}.`);
    });
    return rows;
  }

  /** Changes a session as it was read in `revision`. Whoever has it in a calendar sees it move. */
  async change(actor: Actor, id: string, revision: number, input: NewSession): Promise<LiveSessionRow> {
    const before = found(await this.session(actor, id));
    const checked = await this.#checked(actor, before.cohortId, input);
    return this.#replace(actor, id, revision, (row) => ({ ...row, ...checked }));
  }

  /** It does not take place: it stays visible, crossed out, with the reason. */
  cancel(actor: Actor, id: string, revision: number, reason: string | null): Promise<LiveSessionRow> {
    const text = (reason ?? '').trim();
    if (text.length > 500) throw platformErrors.BAD_INPUT({ says: 'A reason has at most 500 characters.', path: ['reason'] });
    return this.#replace(actor, id, revision, (row) => ({ ...row, cancelled: true, cancelReason: text === '' ? null : text }));
  }

  restore(actor: Actor, id: string, revision: number): Promise<LiveSessionRow> {
    return this.#replace(actor, id, revision, (row) => ({ ...row, cancelled: false, cancelReason: null }));
  }

  /** Copies what is planned for a cohort to another, each session so many days later at the same time on the wall. Both are the actor's; gives the new ids by the old. */
  async copy(manager: EntityManager, actor: Actor, fromCohort: string, toCohort: string, shiftDays: number): Promise<Map<string, string>> {
    const rows = await manager.find(LiveSessionRow, { where: { cohortId: fromCohort, organisationId: actor.organisationId, cancelled: false }, order: { startsAt: 'ASC', id: 'ASC' } });
    const at = nowText();
    const made = new Map<string, string>();
    for (const row of rows) {
      const copied = { ...row, ...fresh(actor.organisationId, toCohort, at), startsAt: shiftedByDays(row.timeZone, row.startsAt, shiftDays), endsAt: shiftedByDays(row.timeZone, row.endsAt, shiftDays) };
      await this.#insert(manager, actor, copied, `Copied from another cohort, for ${whenInWords(copied)}.`);
      made.set(row.id, copied.id);
    }
    return made;
  }

  /** What was changed of a session and its attendance, newest first; one row more where more follow. */
  async changes(actor: Actor, sessionId: string, { first, after }: Page): Promise<{ rows: LiveChangeRow[]; total: number }> {
    const query = this.database.read.createQueryBuilder(LiveChangeRow, 'c').where('c.sessionId = :sessionId AND c.organisationId = :organisation', { sessionId, organisation: actor.organisationId });
    const total = await query.getCount();
    if (after !== null) query.andWhere('c.id < :id', { id: after[0] });
    return { rows: await query.orderBy('c.id', 'DESC').take(first + 1).getMany(), total };
  }

  async #insert(manager: EntityManager, actor: Actor, row: LiveSessionRow, says: string): Promise<void> {
    await manager.insert(LiveSessionRow, row);
    await this.audit.record(manager, actor, { action: 'live-session.planned', subject: subjectOf(row), after: told(row) });
    await manager.insert(LiveChangeRow, { id: newId(), organisationId: row.organisationId, sessionId: row.id, accountId: null, says, at: row.changedAt, setBy: actor.accountId });
  }

  async #replace(actor: Actor, id: string, revision: number, made: (row: LiveSessionRow) => LiveSessionRow): Promise<LiveSessionRow> {
    if (!isId(id)) throw platformErrors.NOT_FOUND({ path: ['id'] });
    return this.database.write(async (manager) => {
      const before = await manager.findOneBy(LiveSessionRow, { id, organisationId: actor.organisationId });
      if (before === null) throw platformErrors.NOT_FOUND({ path: ['id'] });
      const after = { ...made(before), revision: before.revision + 1, changedAt: nowText() };
      const says = changesInWords(before, after);
      if (says === null) return before;
      const { affected } = await manager.update(LiveSessionRow, { id, revision }, after);
      if (affected !== 1) throw platformErrors.CONFLICT({ says: 'Somebody else changed this session meanwhile. Look at it again, then save yours.', path: ['revision'] });
      await manager.insert(LiveChangeRow, { id: newId(), organisationId: actor.organisationId, sessionId: id, accountId: null, says, at: after.changedAt, setBy: actor.accountId });
      await this.audit.record(manager, actor, { action: after.cancelled && !before.cancelled ? 'live-session.cancelled' : 'live-session.changed', subject: subjectOf(after), before: told(before), after: told(after) });
      return after;
    });
  }

  async #known(actor: Actor, cohortId: string): Promise<[id: string, versionId: string]> {
    const cohort = await this.cohorts.cohort(actor, cohortId);
    if (cohort === null) throw platformErrors.NOT_FOUND({ path: ['cohort'] });
    return [cohort.id, cohort.courseVersionId];
  }

  async #checked(actor: Actor, cohortId: string, input: NewSession): Promise<Pick<LiveSessionRow, 'title' | 'description' | 'startsAt' | 'endsAt' | 'timeZone' | 'link' | 'place' | 'unitId' | 'facilitators' | 'counts'>> {
    const { unit, ...rest } = parseInput(newSession, input, 'input');
    const length = Date.parse(rest.endsAt) - Date.parse(rest.startsAt);
    if (!(length > 0 && length <= longestMs)) throw liveSessionsErrors.SESSION_ENDS_EARLY({ path: ['input', 'endsAt'] });
    const [, versionId] = await this.#known(actor, cohortId);
    if (unit !== null && !(await this.#units(actor, versionId)).includes(unit)) throw platformErrors.NOT_FOUND({ says: 'The cohort\'s course has no such unit.', path: ['input', 'unit'] });
    const roles = await this.members.rolesOf(actor, rest.facilitators);
    for (const [index, account] of rest.facilitators.entries()) if (!staff.some((role) => roles.get(account)?.includes(role) === true)) throw liveSessionsErrors.NO_FACILITATOR({ path: ['input', 'facilitators', String(index)] });
    return { ...rest, unitId: unit };
  }

  async #units(actor: Actor, versionId: string): Promise<string[]> {
    return (await this.catalog.loaded(actor, versionId)).outline.units.map(({ id }) => id);
  }
}

const fresh = (organisationId: string, cohortId: string, at: string) => ({
  id: newId(), organisationId, cohortId, cancelled: false, cancelReason: null, revision: 1, codeSecret: randomBytes(16).toString('hex'), createdAt: at, changedAt: at,
});
const subjectOf = ({ id, title }: LiveSessionRow) => ({ type: 'live-session', id, label: title });
/** What the trail keeps of a session. */
const told = ({ title, startsAt, endsAt, timeZone, link, place, counts, cancelled, cancelReason }: LiveSessionRow) => ({ title, startsAt, endsAt, timeZone, link, place, counts, cancelled, cancelReason });
