/** When it is night: HH:MM to HH:MM by the clock on the wall, over midnight or not; the same twice is never. */
export interface QuietHours { from: string; to: string }
export const usualQuietHours: QuietHours = { from: '20:00', to: '08:00' };
const dayMs = 86_400_000;

/** The moment itself where it is not quiet in the zone, else the next at which quiet is over. Changes of the clock are minded. */
export function afterQuiet(at: Date, zone: string, { from, to }: QuietHours): Date {
  const [begins, ends] = [minutesOf(from), minutesOf(to)];
  if (begins === ends) return at;
  const wall = at.getTime() + offsetOf(at, zone);
  const now = (wall % dayMs) / 60_000;
  const quiet = begins < ends ? now >= begins && now < ends : now >= begins || now < ends;
  if (!quiet) return at;
  const midnight = wall - (wall % dayMs);
  return momentOf(midnight + ends * 60_000 + (now < ends ? 0 : dayMs), zone);
}

/** When the clock on the wall shows this (as if it were UTC); where it never does, for it was put forward, the moment at which it was. */
function momentOf(wall: number, zone: string): Date {
  const before = wall - offsetOf(new Date(wall - dayMs), zone);
  const after = wall - offsetOf(new Date(wall + dayMs), zone);
  // The earlier of the two that shows the wall's time; a clock put back shows it twice.
  for (const moment of [Math.min(before, after), Math.max(before, after)]) if (moment + offsetOf(new Date(moment), zone) === wall) return new Date(moment);
  return new Date(Math.max(before, after));
}

/** How far the zone is before UTC at a moment, in milliseconds. */
function offsetOf(at: Date, zone: string): number {
  const parts = Object.fromEntries(clockOf(zone).formatToParts(at).map(({ type, value }) => [type, Number(value)])) as Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', number>;
  return Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second) - Math.floor(at.getTime() / 1000) * 1000;
}

const clocks = new Map<string, Intl.DateTimeFormat>();
function clockOf(zone: string): Intl.DateTimeFormat {
  let clock = clocks.get(zone);
  if (clock === undefined) {
    clock = new Intl.DateTimeFormat('en', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' });
    clocks.set(zone, clock);
  }
  return clock;
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
