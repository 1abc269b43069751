import { hash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CatalogService } from '../catalog/catalog.service.js';
import { CohortsService } from '../cohorts/cohorts.service.js';
import { DaysOffService } from '../days-off/days-off.service.js';
import { Actor } from '../identity/actor.js';
import { IdentityService } from '../identity/identity.service.js';
import { MembersService } from '../identity/members.service.js';
import { EnrolmentsService } from '../learning/enrolments.service.js';
import { Database } from '../platform/database/database.js';
import { nowText } from '../platform/ids.js';
import { Sealing } from '../platform/sealing.js';
import { calendarFeed, type Deadline, type FeedSession } from './calendar-feed.js';
import { CalendarRow, LiveSessionRow, sealedSecret } from './live-sessions.entity.js';
import { LiveSessionsService } from './live-sessions.service.js';

const pastMs = 366 * 86_400_000;
const mostEvents = 1000;

/** The calendars that people's own programs follow, by an address that is a secret. */
@Injectable()
export class CalendarService {
  constructor(
    private readonly database: Database, private readonly sealing: Sealing, private readonly identity: IdentityService, private readonly members: MembersService, private readonly enrolments: EnrolmentsService,
    private readonly cohorts: CohortsService, private readonly catalog: CatalogService, private readonly sessions: LiveSessionsService, private readonly daysOff: DaysOffService,
  ) {}

  /** The path of the actor's calendar; null: she has none. */
  async path(actor: Actor): Promise<string | null> {
    const row = await this.database.read.findOneBy(CalendarRow, { organisationId: actor.organisationId, accountId: actor.accountId });
    return row === null ? null : pathOf(this.sealing.open(row.secret, sealedSecret));
  }

  /** Makes the actor's calendar a new address; the old one ends at once. */
  async renew(actor: Actor): Promise<string> {
    const secret = randomBytes(24).toString('base64url');
    const row = { organisationId: actor.organisationId, accountId: actor.accountId, secret: this.sealing.seal(secret, sealedSecret), secretHash: hashOf(secret), madeAt: nowText() };
    await this.database.write((manager) => manager.upsert(CalendarRow, row, ['organisationId', 'accountId']));
    return pathOf(secret);
  }

  async remove(actor: Actor): Promise<void> {
    await this.database.write((manager) => manager.delete(CalendarRow, { organisationId: actor.organisationId, accountId: actor.accountId }));
  }

  /** The calendar at an address; null: there is none, or its owner has left. */
  async feed(secret: string, now: Date = new Date()): Promise<string | null> {
    const row = await this.database.read.findOneBy(CalendarRow, { secretHash: hashOf(secret) });
    if (row === null) return null;
    const roles = (await this.members.rolesOf(Actor.system(row.organisationId), [row.accountId])).get(row.accountId);
    if (roles === undefined) return null;
    const actor = Actor.account(row.accountId, row.organisationId, roles);
    const places = await this.enrolments.ofAccount(row.organisationId, row.accountId);
    const since = new Date(now.getTime() - pastMs).toISOString();
    const hers = await this.sessions.ofCohorts(actor, places.flatMap(({ cohortId }) => (cohortId === null ? [] : [cohortId])));
    const led = await this.#ledBy(actor, since);
    const all = [...new Map([...hers, ...led].map((session) => [session.id, session])).values()].filter(({ startsAt }) => startsAt >= since).slice(-mostEvents);
    const deadlines = await Promise.all(places.filter(({ dueOn }) => dueOn !== null && dueOn >= since.slice(0, 10)).map(async ({ id, dueOn, courseVersionId, enrolledAt }): Promise<Deadline> => ({
      id, on: dueOn ?? '', since: enrolledAt, course: (await this.catalog.version(actor, courseVersionId))?.title ?? 'Course',
    })));
    const last = [...all.map(({ endsAt }) => endsAt.slice(0, 10)), ...deadlines.map(({ on }) => on)].toSorted().at(-1);
    const daysOff = last === undefined ? [] : await this.daysOff.list(actor, now.toISOString().slice(0, 10), last);
    const organisation = await this.identity.organisation(actor);
    return calendarFeed(organisation?.name ?? 'Courses', await Promise.all(all.map((session) => this.#told(actor, session))), deadlines, daysOff);
  }

  async #told(actor: Actor, session: LiveSessionRow): Promise<FeedSession> {
    const cohort = await this.cohorts.cohort(actor, session.cohortId);
    const leaders = await Promise.all(session.facilitators.map((id) => this.identity.account(actor, id)));
    return { session, cohort: cohort?.name ?? '', ledBy: leaders.flatMap((account) => (account === null ? [] : [account.name])) };
  }

  #ledBy(actor: Actor, since: string): Promise<LiveSessionRow[]> {
    return this.database.read.createQueryBuilder(LiveSessionRow, 's').where('s.organisationId = :organisation AND s.startsAt >= :since', { organisation: actor.organisationId, since })
      .andWhere('s.facilitators LIKE :id', { id: `%"${actor.accountId}"%` }).orderBy('s.startsAt').take(mostEvents).getMany();
  }
}

const hashOf = (secret: string): string => hash('sha256', secret);
const pathOf = (secret: string): string => `/calendar/${secret}.ics`;
