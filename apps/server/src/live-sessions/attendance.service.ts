import { Injectable } from '@nestjs/common';
import { type AttendanceFigures, type AttendanceMark, attendanceOf, markOnArrival } from '@preceptor/tracking';
import { type EntityManager, In } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../identity/actor.js';
import { AttemptLimit } from '../identity/attempt-limit.js';
import { IdentityService } from '../identity/identity.service.js';
import { EnrolmentsService } from '../learning/enrolments.service.js';
import { Database } from '../platform/database/database.js';
import { Notices } from '../platform/database/notices.js';
import { platformErrors } from '../platform/errors.js';
import { found } from '../platform/found.js';
import type { Page } from '../platform/graphql/connection.js';
import { newId, nowText } from '../platform/ids.js';
import { codeAt, isCode } from './codes.js';
import { liveSessionsErrors } from './errors.js';
import { AttendanceRow, LiveChangeRow, type LiveSessionRow } from './live-sessions.entity.js';
import { LiveSessionsService, type Session } from './live-sessions.service.js';

/** A line of a session's roll: somebody of the cohort, and what is known of her. */
export interface RollLine { accountId: string; /** of the cohort */ groupId: string | null; name: string; email: string; attendance: AttendanceRow | null }
/** What is to be set; `mark` null: nothing is known after all. */
export interface NewMark { account: string; mark: AttendanceMark | null; minutes: number | null }
/** A place of somebody in a cohort, as far as attendance asks. */
export interface Place { id: string; accountId: string; cohortId: string | null; groupId?: string | null }
/** A mark that goes along to another cohort. */
export interface CarriedMark { session: Session; mark: AttendanceMark; to: Session | null }
const words: Record<AttendanceMark, string> = { PRESENT: 'present', LATE: 'late', ABSENT: 'absent', EXCUSED: 'excused' };

/** Who was at a session: set on the roll, by the code on the screen, or from a meeting's list. */
@Injectable()
export class AttendanceService {
  readonly #wrongCodes: AttemptLimit;

  constructor(private readonly database: Database, private readonly sessions: LiveSessionsService, private readonly enrolments: EnrolmentsService, private readonly identity: IdentityService, private readonly audit: AuditService, notices: Notices) {
    this.#wrongCodes = new AttemptLimit('attendance-code', { most: 10, windowMs: 10 * 60_000 }, notices);
  }

  /** Everybody of the cohort by name, each once, with her attendance. */
  async roll(actor: Actor, session: Pick<LiveSessionRow, 'id' | 'cohortId'>): Promise<RollLine[]> {
    const marks = new Map((await this.#rowsOf(actor, session.id)).map((row) => [row.accountId, row]));
    const people = await this.people(actor, session.cohortId);
    return people.map((person) => ({ ...person, attendance: marks.get(person.accountId) ?? null }));
  }

  /** A page of the roll, or of one group's (`none`: of those who are in none); one row more where more follow. */
  async rollPage(actor: Actor, session: Pick<LiveSessionRow, 'id' | 'cohortId'>, { first, after }: Page, group: string | null = null): Promise<{ rows: RollLine[]; total: number }> {
    const all = (await this.roll(actor, session)).filter(({ groupId }) => group === null || (group === 'none' ? groupId === null : groupId === group));
    const begin = after === null ? 0 : all.findIndex(({ accountId }) => accountId === after[0]) + 1;
    return { rows: all.slice(begin, begin + first + 1), total: all.length };
  }

  /** Who is in a cohort, by name; each person once. */
  async people(actor: Actor, cohortId: string): Promise<Omit<RollLine, 'attendance'>[]> {
    const places = await this.#placesIn(actor, cohortId);
    const accounts = await Promise.all([...new Set(places.map(({ accountId }) => accountId))].map((id) => this.identity.account(actor, id)));
    const groups = new Map(places.map(({ accountId, groupId = null }) => [accountId, groupId]));
    return accounts.flatMap((account) => (account === null ? [] : [{ accountId: account.id, groupId: groups.get(account.id) ?? null, name: account.name, email: account.email }])).sort((a, b) => collator.compare(a.name, b.name) || (a.accountId < b.accountId ? -1 : 1));
  }

  /** Sets marks on the roll; all or none. */
  async mark(actor: Actor, sessionId: string, marks: readonly NewMark[], how: 'ROLL' | 'FILE' = 'ROLL'): Promise<LiveSessionRow> {
    const session = found(await this.sessions.session(actor, sessionId));
    await this.database.write((manager) => this.set(manager, actor, session, marks, how));
    return session;
  }

  /** As `mark`, within the caller's transaction; `session` is of the actor's organisation. */
  async set(manager: EntityManager, actor: Actor, session: LiveSessionRow, marks: readonly NewMark[], how: 'ROLL' | 'FILE'): Promise<void> {
    if (session.cancelled) throw liveSessionsErrors.SESSION_CANCELLED();
    const known = new Set((await this.#placesIn(actor, session.cohortId)).map(({ accountId }) => accountId));
    for (const [index, { account, minutes }] of marks.entries()) {
      if (!known.has(account)) throw platformErrors.NOT_FOUND({ says: 'This person is not in the cohort.', path: ['marks', String(index), 'account'] });
      if (minutes !== null && (minutes < 0 || minutes > 1440)) throw platformErrors.BAD_INPUT({ says: 'Minutes are from 0 to 1440.', path: ['marks', String(index), 'minutes'] });
    }
    const before = new Map((await manager.findBy(AttendanceRow, { sessionId: session.id })).map((row) => [row.accountId, row]));
    const changed = marks.filter(({ account, mark }) => (before.get(account)?.mark ?? null) !== mark);
    for (const { account, mark, minutes } of marks) await this.#put(manager, actor, session, account, before.get(account) ?? null, mark === null ? null : { mark, minutes, how });
    if (changed.length === 0) return;
    const told = (of: (mark: NewMark) => AttendanceMark | null) => Object.fromEntries(changed.map((mark) => [mark.account, of(mark)]));
    await this.audit.record(manager, actor, { action: 'attendance.marked', subject: { type: 'live-session', id: session.id, label: session.title }, before: told(({ account }) => before.get(account)?.mark ?? null), after: told(({ mark }) => mark) });
  }

  /** What the screen of a session shows now; null: nobody can come in now. */
  code(session: LiveSessionRow, now: Date = new Date()): { code: string; secondsLeft: number } | null {
    return session.cancelled || markOnArrival(session, now) === null ? null : codeAt(session.codeSecret, now);
  }

  /** The actor is at the session whose code this is. Entering it twice changes nothing. */
  async attend(actor: Actor, code: string, now: Date = new Date()): Promise<{ session: LiveSessionRow; mark: AttendanceMark }> {
    const key = `${actor.organisationId}/${actor.accountId}`;
    if (!this.#wrongCodes.allows(key, now.getTime())) throw liveSessionsErrors.CODE_LOCKED({ path: ['code'] });
    const cohorts = (await this.enrolments.ofAccount(actor.organisationId, actor.accountId)).flatMap(({ cohortId }) => (cohortId === null ? [] : [cohortId]));
    const session = (await this.sessions.ofCohorts(actor, cohorts)).find((one) => this.code(one, now) !== null && isCode(one.codeSecret, code, now));
    const arrival = session === undefined ? null : markOnArrival(session, now);
    if (session === undefined || arrival === null) {
      this.#wrongCodes.failed(key, now.getTime());
      throw liveSessionsErrors.CODE_WRONG({ path: ['code'] });
    }
    return this.database.write(async (manager) => {
      const before = await manager.findOneBy(AttendanceRow, { sessionId: session.id, accountId: actor.accountId });
      if (before?.mark === 'ABSENT' || before?.mark === 'EXCUSED') throw liveSessionsErrors.ALREADY_MARKED();
      if (before !== null) return { session, mark: before.mark };
      await this.#put(manager, actor, session, actor.accountId, null, { mark: arrival, minutes: null, how: 'CODE' });
      return { session, mark: arrival };
    });
  }

  /** What attendance amounts to, by place. Two statements, however many there are. */
  async figures(actor: Actor, places: readonly Place[], now: Date = new Date()): Promise<Map<string, AttendanceFigures>> {
    const sessions = await this.sessions.ofCohorts(actor, [...new Set(places.flatMap(({ cohortId }) => (cohortId === null ? [] : [cohortId])))]);
    const marks = await this.marks(sessions.map(({ id }) => id), places.map(({ accountId }) => accountId));
    return new Map(places.map(({ id, accountId, cohortId }) => [id, attendanceOf(sessions.filter((session) => session.cohortId === cohortId), marks.get(accountId) ?? new Map<string, AttendanceMark>(), now)]));
  }

  /** The attendance of one person at some sessions, by session. Batched by person within a request. */
  async ofAccount(actor: Actor, accountId: string, sessionIds: readonly string[]): Promise<Map<string, AttendanceRow>> {
    const rows = await actor.loader('live-sessions.ofAccount', async (ids) => {
      const all = await this.database.read.findBy(AttendanceRow, { accountId: In([...ids]) });
      return new Map(ids.map((id) => [id, all.filter((row) => row.accountId === id)]));
    }).load(accountId) ?? [];
    return new Map(rows.filter(({ sessionId }) => sessionIds.includes(sessionId)).map((row) => [row.sessionId, row]));
  }

  /** For how long one person was at each session of a cohort that counts: the minutes that are known, else all of it; never more than it lasted. */
  async attended(actor: Actor, accountId: string, cohortId: string): Promise<{ startsAt: string; minutes: number }[]> {
    const sessions = (await this.sessions.ofCohort(actor, cohortId)).filter(({ counts, cancelled }) => counts && !cancelled);
    const rows = await this.ofAccount(actor, accountId, sessions.map(({ id }) => id));
    return sessions.flatMap(({ id, startsAt, endsAt }) => {
      const row = rows.get(id);
      if (row?.mark !== 'PRESENT' && row?.mark !== 'LATE') return [];
      const length = Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000);
      return [{ startsAt, minutes: Math.min(length, row.minutes ?? length) }];
    });
  }

  /** How many have which mark. Batched. */
  async counts(actor: Actor, sessionId: string): Promise<Partial<Record<AttendanceMark, number>>> {
    return await actor.loader('live-sessions.counts', async (ids) => {
      const rows = await this.database.read.createQueryBuilder(AttendanceRow, 'a').select('a.sessionId', 'session').addSelect('a.mark', 'mark').addSelect('COUNT(*)', 'people')
        .where('a.sessionId IN (:...ids)', { ids: [...ids] }).groupBy('a.sessionId').addGroupBy('a.mark').getRawMany<{ session: string; mark: AttendanceMark; people: string | number }>();
      return new Map(ids.map((id): [string, Partial<Record<AttendanceMark, number>>] => [id, Object.fromEntries(rows.filter(({ session }) => session === id).map(({ mark, people }) => [mark, Number(people)]))]));
    }).load(sessionId) ?? {};
  }

  /** Which sessions of one cohort that somebody attended, or was excused from, count for the sessions of the same title in another, where nothing is known of her yet. `to` null: none does. */
  async carried(actor: Actor, accountId: string, fromCohort: string, toCohort: string): Promise<CarriedMark[]> {
    const [from, to] = await Promise.all([fromCohort, toCohort].map(async (id) => (await this.sessions.ofCohort(actor, id)).filter(({ cancelled }) => !cancelled)));
    const marks = (await this.marks([...from ?? [], ...to ?? []].map(({ id }) => id), [accountId])).get(accountId) ?? new Map<string, AttendanceMark>();
    const open = (to ?? []).filter(({ id }) => !marks.has(id));
    return (from ?? []).flatMap((session) => {
      const mark = marks.get(session.id);
      if (mark === undefined || mark === 'ABSENT') return [];
      const at = open.findIndex(({ title }) => sameTitle(title, session.title));
      return [{ session, mark, to: at === -1 ? null : open.splice(at, 1)[0] ?? null }];
    });
  }

  /** Writes what `carried` found, within the caller's transaction. */
  async carry(manager: EntityManager, actor: Actor, accountId: string, carried: readonly CarriedMark[], cohortName: string): Promise<void> {
    for (const { session, mark, to } of carried) {
      if (to === null || await manager.existsBy(AttendanceRow, { sessionId: to.id, accountId })) continue;
      const at = nowText();
      await manager.insert(AttendanceRow, { sessionId: to.id, accountId, mark, minutes: null, how: 'ROLL', at, setBy: actor.accountId });
      await manager.insert(LiveChangeRow, { id: newId(), organisationId: actor.organisationId, sessionId: to.id, accountId, says: `${words[mark]}, as at “${session.title}” of ${cohortName}.`.replace(/^./, (letter) => letter.toUpperCase()), at, setBy: actor.accountId });
    }
  }

  async #put(manager: EntityManager, actor: Actor, { id: sessionId, organisationId }: LiveSessionRow, accountId: string, before: AttendanceRow | null, after: Pick<AttendanceRow, 'mark' | 'minutes' | 'how'> | null): Promise<void> {
    if (before === null ? after === null : after !== null && before.mark === after.mark && before.minutes === (after.minutes ?? before.minutes)) return;
    const at = nowText();
    if (after === null) await manager.delete(AttendanceRow, { sessionId, accountId });
    else await manager.upsert(AttendanceRow, { sessionId, accountId, ...after, minutes: after.minutes ?? before?.minutes ?? null, at, setBy: actor.accountId }, ['sessionId', 'accountId']);
    await manager.insert(LiveChangeRow, { id: newId(), organisationId, sessionId, accountId, says: saysOf(before, after), at, setBy: actor.accountId });
  }

  /** Marks of some people at some sessions of the actor's organisation, by account and session. One statement. */
  async marks(sessionIds: readonly string[], accountIds: readonly string[]): Promise<Map<string, Map<string, AttendanceMark>>> {
    const rows = sessionIds.length === 0 ? [] : await this.database.read.findBy(AttendanceRow, { sessionId: In([...sessionIds]), accountId: In([...accountIds]) });
    const byAccount = new Map<string, Map<string, AttendanceMark>>();
    for (const { accountId, sessionId, mark } of rows) byAccount.set(accountId, (byAccount.get(accountId) ?? new Map<string, AttendanceMark>()).set(sessionId, mark));
    return byAccount;
  }

  async #rowsOf(actor: Actor, sessionId: string): Promise<AttendanceRow[]> {
    return await actor.loader('live-sessions.rows', async (ids) => {
      const all = await this.database.read.findBy(AttendanceRow, { sessionId: In([...ids]) });
      return new Map(ids.map((id) => [id, all.filter((row) => row.sessionId === id)]));
    }).load(sessionId) ?? [];
  }

  async #placesIn(actor: Actor, cohortId: string): Promise<Place[]> {
    return await actor.loader('live-sessions.places', async (ids) => {
      const all = await this.enrolments.inCohorts(actor, ids);
      return new Map(ids.map((id) => [id, all.filter((row) => row.cohortId === id)]));
    }).load(cohortId) ?? [];
  }
}

function saysOf(before: AttendanceRow | null, after: Pick<AttendanceRow, 'mark' | 'minutes' | 'how'> | null): string {
  if (after === null) return `No longer ${before === null ? 'marked' : words[before.mark]}.`;
  const how = { ROLL: '', CODE: ' by the code', FILE: ' from a list' }[after.how];
  return `${before === null || before.mark === after.mark ? '' : `From ${words[before.mark]} to `}${words[after.mark]}${how}${after.minutes === null ? '' : `, ${after.minutes} minutes`}.`.replace(/^./, (letter) => letter.toUpperCase());
}

const sameTitle = (a: string, b: string): boolean => a.trim().toLocaleLowerCase() === b.trim().toLocaleLowerCase();
const collator = new Intl.Collator('en');
