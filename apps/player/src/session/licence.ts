/** Days before the end at which a learner is told of it. */
const AHEAD = 14;
const DAY_MS = 86_400_000;

/** How a licence stands: `validUntil` (ISO 8601 date) is the last day on which it holds, by the learner's own calendar. */
export function licenceStanding(validUntil: string | undefined, now: Date): 'none' | 'holds' | 'ends-soon' | 'ended' {
  if (validUntil === undefined) return 'none';
  const last = dayOf(validUntil);
  const end = new Date(last.getFullYear(), last.getMonth(), last.getDate() + 1).getTime();
  if (now.getTime() >= end) return 'ended';
  return end - now.getTime() <= AHEAD * DAY_MS ? 'ends-soon' : 'holds';
}

/** The beginning of a day of the calendar here, where `new Date('2027-06-30')` would be one in Greenwich. */
export function dayOf(date: string): Date {
  const [year = 0, month = 1, day = 1] = date.slice(0, 10).split('-').map(Number);
  return new Date(year, month - 1, day);
}
