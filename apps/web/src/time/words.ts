const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const exact = new Intl.DateTimeFormat('en', { dateStyle: 'full', timeStyle: 'short' });
const day = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' });
const steps: [Intl.RelativeTimeFormatUnit, number][] = [['year', 31_536_000], ['month', 2_592_000], ['week', 604_800], ['day', 86_400], ['hour', 3600], ['minute', 60]];

/** @param at ISO 8601 */
export function ago(at: string, now = Date.now()): string {
  const seconds = (Date.parse(at) - now) / 1000;
  for (const [unit, size] of steps) {
    if (Math.abs(seconds) >= size) return relative.format(Math.round(seconds / size), unit);
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
