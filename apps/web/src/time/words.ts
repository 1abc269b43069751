const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const exact = new Intl.DateTimeFormat('en', { dateStyle: 'full', timeStyle: 'short' });
const day = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' });
const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
/** Units with their length in seconds, and from when on each is used: nine days are told as days, not as "last week". */
const steps: { unit: Intl.RelativeTimeFormatUnit; size: number; from: number }[] = [
  { unit: 'year', size: 31_536_000, from: 31_536_000 }, { unit: 'month', size: 2_592_000, from: 5_184_000 }, { unit: 'week', size: 604_800, from: 1_209_600 },
  { unit: 'day', size: 86_400, from: 86_400 }, { unit: 'hour', size: 3600, from: 3600 }, { unit: 'minute', size: 60, from: 60 },
];

/** @param at ISO 8601 */
export function ago(at: string, now = Date.now()): string {
  const seconds = (Date.parse(at) - now) / 1000;
  for (const { unit, size, from } of steps) {
    if (Math.abs(seconds) >= from) return relative.format(Math.trunc(seconds / size), unit);
  }
  return 'just now';
}

export function exactly(at: string): string {
  return exact.format(new Date(at));
}

/** @param on a calendar day, YYYY-MM-DD */
export function plainDay(on: string): string {
  return day.format(new Date(`${on.slice(0, 10)}T00:00:00Z`));
}

/** "Monday 4 May". @param on a calendar day, YYYY-MM-DD */
export function fullDay(on: string): string {
  return weekday.format(new Date(`${on.slice(0, 10)}T00:00:00Z`)).replace(',', '');
}

/** Days from today until a calendar day; negative when it is past. */
export function daysUntil(on: string, now = new Date()): number {
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  return Math.round((Date.parse(`${on.slice(0, 10)}T00:00:00Z`) - today) / 86_400_000);
}

export function inDays(on: string): string {
  const days = daysUntil(on);
  return Math.abs(days) > 21 ? plainDay(on) : relative.format(days, 'day');
}

/** Minutes and hours for a length of time in seconds. */
export function lasting(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${Math.max(minutes, seconds > 0 ? 1 : 0)} min`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}

/** Rounded down, so that 79.6 % never looks like a pass at 80 %. @param fraction 0..1 */
export function percent(fraction: number): string {
  return `${Math.floor(fraction * 100 + 1e-9)}\u00a0%`;
}

/** Keeps the sign beside its number in a sentence that comes from the server. */
export function unbroken(sentence: string): string {
  return sentence.replaceAll(' %', '\u00a0%');
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
