import { momentAt, wallTimeAt } from '@preceptor/tracking';

/** What a form holds of a session's time: a day and two times on the wall of a zone. */
export interface Times { day: string; from: string; to: string; timeZone: string }

/** As the API wants it; a session that ends at or before its beginning goes on into the next day. */
export function momentsOf({ day, from, to, timeZone }: Times): { startsAt: string; endsAt: string } {
  const endDay = to > from ? day : new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  return { startsAt: momentAt(timeZone, { day, time: from }), endsAt: momentAt(timeZone, { day: endDay, time: to }) };
}

export function timesOf({ startsAt, endsAt, timeZone }: { startsAt: string; endsAt: string; timeZone: string }): Times {
  const start = wallTimeAt(timeZone, startsAt);
  return { day: start.day, from: start.time.slice(0, 5), to: wallTimeAt(timeZone, endsAt).time.slice(0, 5), timeZone };
}

/** "18:00 to 19:30, America/Denver", and where the reader's own clock shows something else, what it shows. */
export function timesInWords({ startsAt, endsAt, timeZone }: { startsAt: string; endsAt: string; timeZone: string }, own = Intl.DateTimeFormat().resolvedOptions().timeZone): string {
  const between = (zone: string) => `${wallTimeAt(zone, startsAt).time.slice(0, 5)} to ${wallTimeAt(zone, endsAt).time.slice(0, 5)}`;
  const planned = `${between(timeZone)} ${cityOf(timeZone)} time`;
  const here = wallTimeAt(own, startsAt);
  const there = wallTimeAt(timeZone, startsAt);
  return here.time === there.time && here.day === there.day ? planned : `${planned} (${here.day === there.day ? '' : `${here.day}, `}${between(own)} for you)`;
}

const yearOf = (timeZone: string, moment: Date): string => new Intl.DateTimeFormat('en', { timeZone, year: 'numeric' }).format(moment);
const cityOf = (timeZone: string): string => (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');

/** The parts of a day as a list shows them; the year only where it is another. */
export function dayParts(timeZone: string, moment: string, now = new Date()): { weekday: string; day: string; month: string } {
  const part = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('en', { timeZone, ...options }).format(new Date(moment));
  return { weekday: part({ weekday: 'short' }), day: part({ day: 'numeric' }), month: part({ month: 'short', ...(part({ year: 'numeric' }) === yearOf(timeZone, now) ? {} : { year: 'numeric' }) }) };
}
