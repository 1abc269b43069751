import { wallTimeAt } from '@preceptor/tracking';
import type { LiveSessionRow } from './live-sessions.entity.js';

type Told = Pick<LiveSessionRow, 'title' | 'description' | 'startsAt' | 'endsAt' | 'timeZone' | 'link' | 'place' | 'unitId' | 'facilitators' | 'counts' | 'cancelled' | 'cancelReason'>;

/** What became of a session, in sentences; null: nothing. */
export function changesInWords(before: Told, after: Told): string | null {
  const said: string[] = [];
  if (before.cancelled !== after.cancelled) said.push(after.cancelled ? `Cancelled${after.cancelReason === null ? '' : `: ${after.cancelReason}`}.` : 'Restored.');
  if (before.startsAt !== after.startsAt || before.endsAt !== after.endsAt || before.timeZone !== after.timeZone) said.push(`Moved from ${whenInWords(before)} to ${whenInWords(after)}.`);
  if (before.title !== after.title) said.push(`Renamed from “${before.title}” to “${after.title}”.`);
  if (before.link !== after.link || before.place !== after.place) said.push(`Now ${whereInWords(after)}, not ${whereInWords(before)}.`);
  if (before.description !== after.description) said.push('Its description was changed.');
  if (before.unitId !== after.unitId) said.push('It belongs to another unit.');
  if (before.facilitators.join() !== after.facilitators.join()) said.push('Others lead it.');
  if (before.counts !== after.counts) said.push(after.counts ? 'It counts toward completion.' : 'It no longer counts toward completion.');
  return said.length === 0 ? null : said.join(' ');
}

/** Such as "2026-12-01, 18:00 to 19:30 (America/Denver)". */
export function whenInWords({ startsAt, endsAt, timeZone }: Pick<Told, 'startsAt' | 'endsAt' | 'timeZone'>): string {
  const [from, to] = [wallTimeAt(timeZone, startsAt), wallTimeAt(timeZone, endsAt)];
  return `${from.day}, ${from.time.slice(0, 5)} to ${to.day === from.day ? '' : `${to.day}, `}${to.time.slice(0, 5)} (${timeZone})`;
}

const whereInWords = ({ link, place }: Pick<Told, 'link' | 'place'>): string => [place ?? '', link ?? ''].filter((one) => one !== '').join(', ') || 'without a place';
