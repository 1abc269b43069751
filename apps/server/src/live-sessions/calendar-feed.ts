import { wallTimeAt } from '@preceptor/tracking';
import ical, { type ICalCalendar, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import type { LiveSessionRow } from './live-sessions.entity.js';
import { vtimezone } from './vtimezone.js';

export interface FeedSession { session: LiveSessionRow; cohort: string; ledBy: string[] }
/** A day by which something is to be done: YYYY-MM-DD. */
export interface Deadline { id: string; on: string; course: string; since: string }
const yearMs = 366 * 86_400_000;

/** A person's calendar as RFC 5545 wants it. A session keeps its UID for ever; its revision is the SEQUENCE, so that clients move and cancel what they have. */
export function calendarFeed(name: string, sessions: readonly FeedSession[], deadlines: readonly Deadline[], daysOff: readonly { day: string; name: string }[] = []): string {
  const calendar = ical({ name, prodId: { company: 'Preceptor', product: 'Preceptor', language: 'EN' }, ttl: 3600 });
  const times = sessions.map(({ session }) => Date.parse(session.startsAt));
  if (times.length > 0) calendar.timezone({ name: null, generator: (zone) => vtimezone(zone, Math.min(...times) - yearMs, Math.max(...times) + yearMs) });
  for (const one of sessions) addSession(calendar, one);
  for (const { id, on, course, since } of deadlines) {
    const day = new Date(`${on}T00:00:00Z`);
    calendar.createEvent({ id: `due-${id}@preceptor`, start: day, end: new Date(day.getTime() + 86_400_000), allDay: true, stamp: new Date(since), summary: `Due: ${course}`, description: `The day by which “${course}” is to be completed.` });
  }
  for (const { day, name: off } of daysOff) {
    const start = new Date(`${day}T00:00:00Z`);
    // Its stamp is its day: what a calendar program reads again is the same.
    calendar.createEvent({ id: `off-${day}@preceptor`, start, end: new Date(start.getTime() + 86_400_000), allDay: true, stamp: start, summary: off, description: `A day off at ${name}.`, transparency: ICalEventTransparency.TRANSPARENT });
  }
  return `${calendar.toString()}\r\n`;
}

function addSession(calendar: ICalCalendar, { session, cohort, ledBy }: FeedSession): void {
  const { id, title, description, startsAt, endsAt, timeZone, link, place, revision, cancelled, cancelReason, createdAt, changedAt } = session;
  const about = [...(cancelled ? [`Cancelled${cancelReason === null ? '.' : `: ${cancelReason}`}`] : []), cohort, ...(ledBy.length === 0 ? [] : [`With ${ledBy.join(', ')}`]), ...(link === null ? [] : [`Join: ${link}`]), ...(description === '' ? [] : [description])];
  const where = place ?? link;
  calendar.createEvent({
    id: `${id}@preceptor`, sequence: revision - 1, timezone: timeZone, start: new ZonedDate(startsAt), end: new ZonedDate(endsAt), stamp: new Date(changedAt), created: new Date(createdAt), lastModified: new Date(changedAt),
    summary: cancelled ? `Cancelled: ${title}` : title, description: about.join('\n'), status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(where === null ? {} : { location: where }), ...(link === null ? {} : { url: link }),
  });
}

/** A moment whose clock can be read in any zone, in the shape of @date-fns/tz's TZDate, which ical-generator asks for. */
class ZonedDate extends Date {
  readonly internal = new Date(this.getTime());
  tzComponents(): [string, string, string] { return ['', '', '']; }
  withTimeZone(timeZone?: string | null): ZonedDate { return timeZone === null || timeZone === undefined ? this : new WallDate(this, timeZone); }
}

class WallDate extends ZonedDate {
  readonly #wall: Date;
  constructor(moment: Date, timeZone: string) {
    super(moment.getTime());
    const { day, time } = wallTimeAt(timeZone, moment.getTime());
    this.#wall = new Date(`${day}T${time}Z`);
  }
  override getFullYear(): number { return this.#wall.getUTCFullYear(); }
  override getMonth(): number { return this.#wall.getUTCMonth(); }
  override getDate(): number { return this.#wall.getUTCDate(); }
  override getHours(): number { return this.#wall.getUTCHours(); }
  override getMinutes(): number { return this.#wall.getUTCMinutes(); }
  override getSeconds(): number { return this.#wall.getUTCSeconds(); }
}
