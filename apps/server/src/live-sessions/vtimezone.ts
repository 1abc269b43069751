import { offsetAt } from '@preceptor/tracking';

const dayMs = 86_400_000;

/** A zone as calendars want it told (RFC 5545, 3.6.5): every change of its clocks between two moments, in milliseconds, each said by itself. */
export function vtimezone(timeZone: string, from: number, to: number): string {
  const lines = ['BEGIN:VTIMEZONE', `TZID:${timeZone}`, ...observance(timeZone, null, from)];
  for (let at = from; at < to; at += dayMs) {
    if (offsetAt(timeZone, at) !== offsetAt(timeZone, at + dayMs)) lines.push(...observance(timeZone, changeWithin(timeZone, at, at + dayMs), to));
  }
  return [...lines, 'END:VTIMEZONE'].join('\r\n');
}

/** What holds from a change of clocks on; `change` null: from ever, as at `beginning`. */
function observance(timeZone: string, change: number | null, beginning: number): string[] {
  const [before, after] = change === null ? [offsetAt(timeZone, beginning), offsetAt(timeZone, beginning)] : [offsetAt(timeZone, change - 1000), offsetAt(timeZone, change)];
  const kind = after > before ? 'DAYLIGHT' : 'STANDARD';
  // The onset is said by the clock as it was before.
  const onset = change === null ? '19700101T000000' : new Date(change + before).toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
  return [`BEGIN:${kind}`, `DTSTART:${onset}`, `TZOFFSETFROM:${written(before)}`, `TZOFFSETTO:${written(after)}`, `TZNAME:${nameOf(timeZone, change ?? beginning)}`, `END:${kind}`];
}

/** The second at which the offset becomes another between two moments. */
function changeWithin(timeZone: string, low: number, high: number): number {
  const first = offsetAt(timeZone, low);
  let [from, to] = [Math.floor(low / 1000), Math.floor(high / 1000)];
  while (to - from > 1) {
    const middle = Math.floor((from + to) / 2);
    if (offsetAt(timeZone, middle * 1000) === first) from = middle;
    else to = middle;
  }
  return to * 1000;
}

function written(offset: number): string {
  const minutes = Math.abs(Math.round(offset / 60_000));
  const two = (value: number) => String(value).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${two(minutes % 60)}`;
}

const nameOf = (timeZone: string, moment: number): string =>
  new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'short' }).formatToParts(moment).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
