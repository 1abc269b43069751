/** What a clock on the wall of a zone shows: a calendar day, YYYY-MM-DD, and a time, HH:MM:SS. */
export interface WallTime { day: string; time: string }

const formats = new Map<string, Intl.DateTimeFormat>();
function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' });
    formats.set(timeZone, format);
  }
  return format;
}

/** What the clock shows at a moment (milliseconds since 1970, or ISO 8601) in an IANA zone. */
export function wallTimeAt(timeZone: string, moment: number | string): WallTime {
  const parts = new Map(formatOf(timeZone).formatToParts(new Date(moment)).map(({ type, value }): [string, string] => [type, value]));
  const part = (type: string) => parts.get(type) ?? '';
  return { day: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`, time: `${part('hour')}:${part('minute')}:${part('second')}` };
}

/** How far the zone is ahead of UTC at a moment, in milliseconds. */
export function offsetAt(timeZone: string, moment: number): number {
  const whole = Math.floor(moment / 1000) * 1000;
  const { day, time } = wallTimeAt(timeZone, whole);
  return Date.parse(`${day}T${time}Z`) - whole;
}

/**
 * The moment, as ISO 8601 in UTC, at which the clock of a zone shows this. Where clocks go back and it shows it twice: the
 * first; where they go forward and it never does: as long after the jump as it lies within it (RFC 5545, 3.3.5).
 */
export function momentAt(timeZone: string, { day, time }: WallTime): string {
  const asUtc = Date.parse(`${day}T${time.length === 5 ? `${time}:00` : time}Z`);
  const before = offsetAt(timeZone, asUtc - dayMs);
  const after = offsetAt(timeZone, asUtc + dayMs);
  const fits = [asUtc - before, asUtc - after].filter((moment) => offsetAt(timeZone, moment) === asUtc - moment);
  return new Date(fits.length === 0 ? asUtc - before : Math.min(...fits)).toISOString();
}

/** The same time on the wall so many days later, whatever clocks did in between. */
export function shiftedByDays(timeZone: string, moment: string, days: number): string {
  const { day, time } = wallTimeAt(timeZone, moment);
  return momentAt(timeZone, { day: new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10), time });
}

const dayMs = 86_400_000;
