import { Injectable } from '@nestjs/common';
import { type AttendanceMark, markByMinutes, wallTimeAt } from '@preceptor/tracking';
import type { Actor } from '../identity/actor.js';
import { Database } from '../platform/database/database.js';
import { platformErrors } from '../platform/errors.js';
import { type ListedPerson, readAttendanceList } from './attendance-list.js';
import { AttendanceService, type RollLine } from './attendance.service.js';
import type { LiveSessionRow } from './live-sessions.entity.js';
import { LiveSessionsService } from './live-sessions.service.js';

/** How a list is taken. `session` null: each line names its session. `least`: minutes to have been there; null: half of the session. `othersAbsent`: whoever is not on the list of a session was not there. */
export interface Taking { cohort: string; session: string | null; least: number | null; othersAbsent: boolean }
/** What would become of a line of the list, or of somebody who is not on it (`line` null). */
export interface Outcome {
  line: number | null; name: string; email: string; session: { id: string; title: string } | null; account: string | null;
  /** `unchanged`: it says what is known. `unknown`: nobody of the cohort is called that; `several`: more than one is; `no-session`: no session, or more than one, is called that. */
  what: 'marked' | 'unchanged' | 'unknown' | 'several' | 'no-session';
  before: AttendanceMark | null; mark: AttendanceMark | null; minutes: number | null;
}

/** Attendance from lists: of one meeting, or one table for many sessions. First it says what would happen, then it does. */
@Injectable()
export class AttendanceImportService {
  constructor(private readonly database: Database, private readonly sessions: LiveSessionsService, private readonly attendance: AttendanceService) {}

  /** What a list would do; with `apply` it is done, all of it or nothing. */
  async take(actor: Actor, bytes: Buffer, taking: Taking, apply: boolean): Promise<Outcome[]> {
    const people = readAttendanceList(bytes);
    const all = (await this.sessions.ofCohort(actor, taking.cohort)).filter(({ cancelled }) => !cancelled);
    const one = taking.session === null ? null : all.find(({ id }) => id === taking.session);
    if (one === undefined || all.length === 0) throw platformErrors.NOT_FOUND({ path: ['session'] });
    const rolls = new Map<string, RollLine[]>();
    const rollOf = async (session: LiveSessionRow) => {
      const known = rolls.get(session.id) ?? await this.attendance.roll(actor, session);
      rolls.set(session.id, known);
      return known;
    };
    const outcomes: Outcome[] = [];
    for (const person of people) {
      const session = one ?? sessionCalled(all, person.session);
      outcomes.push(session === null ? { ...nothing(person), what: 'no-session' } : outcomeOf(person, session, await rollOf(session), taking.least));
    }
    if (taking.othersAbsent) for (const [sessionId, roll] of rolls) outcomes.push(...absentOf(roll, all.find(({ id }) => id === sessionId), outcomes));
    if (apply) await this.#apply(actor, all, outcomes);
    return outcomes;
  }

  async #apply(actor: Actor, all: readonly LiveSessionRow[], outcomes: readonly Outcome[]): Promise<void> {
    await this.database.write(async (manager) => {
      for (const session of all) {
        const marks = outcomes.flatMap(({ what, session: about, account, mark, minutes }) => (what === 'marked' && about?.id === session.id && account !== null ? [{ account, mark, minutes }] : []));
        if (marks.length > 0) await this.attendance.set(manager, actor, session, marks, 'FILE');
      }
    });
  }
}

const nothing = ({ line, name, email }: ListedPerson): Omit<Outcome, 'what'> => ({ line, name, email, session: null, account: null, before: null, mark: null, minutes: null });

/** By e-mail address; where there is none of the cohort, by name. */
function outcomeOf(person: ListedPerson, session: LiveSessionRow, roll: readonly RollLine[], least: number | null): Outcome {
  const base = { ...nothing(person), session: { id: session.id, title: session.title } };
  const byEmail = person.email === '' ? [] : roll.filter(({ email }) => email.toLowerCase() === person.email);
  const wanted = sameName(person.name);
  const found = byEmail.length > 0 || wanted === '' ? byEmail : roll.filter(({ name }) => sameName(name) === wanted);
  const [line] = found;
  if (line === undefined) return { ...base, what: 'unknown' };
  if (found.length > 1) return { ...base, what: 'several' };
  const half = (Date.parse(session.endsAt) - Date.parse(session.startsAt)) / 120_000;
  const mark = person.mark ?? (person.minutes === null ? 'PRESENT' : markByMinutes(person.minutes, least ?? half));
  const before = line.attendance?.mark ?? null;
  // Who was late on the roll was there; a list of minutes doesn't make her punctual.
  const kept = person.mark === null && mark === 'PRESENT' && before === 'LATE' ? before : mark;
  const same = kept === before && (person.minutes === null || person.minutes === line.attendance?.minutes);
  return { ...base, account: line.accountId, name: line.name, email: line.email, before, mark: kept, minutes: person.minutes, what: same ? 'unchanged' : 'marked' };
}

function absentOf(roll: readonly RollLine[], session: LiveSessionRow | undefined, outcomes: readonly Outcome[]): Outcome[] {
  if (session === undefined) return [];
  const listed = new Set(outcomes.filter((outcome) => outcome.session?.id === session.id).map(({ account }) => account));
  return roll.filter(({ accountId, attendance }) => !listed.has(accountId) && attendance === null)
    .map(({ accountId, name, email }) => ({ line: null, name, email, session: { id: session.id, title: session.title }, account: accountId, what: 'marked', before: null, mark: 'ABSENT', minutes: null }));
}

/** By id, by title, or by the day on which it is where it is planned; null: none, or more than one. */
function sessionCalled(all: readonly LiveSessionRow[], said: string): LiveSessionRow | null {
  const wanted = said.trim().toLowerCase();
  for (const key of [({ id }: LiveSessionRow) => id, ({ title }: LiveSessionRow) => title.toLowerCase(), ({ timeZone, startsAt }: LiveSessionRow) => wallTimeAt(timeZone, startsAt).day]) {
    const found = all.filter((session) => key(session) === wanted);
    if (found.length > 0) return found.length === 1 ? found[0] ?? null : null;
  }
  return null;
}

const sameName = (name: string): string => name.normalize('NFKC').toLowerCase().split(/[\s,]+/).filter((part) => part !== '').sort().join(' ');
