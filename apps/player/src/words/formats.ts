/** Numbers, shares and times as a language writes them. */
export function formatsFor(language: string) {
  const percents = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'long' });
  const weekdays = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long' });
  return {
    /** A share 0..1. Rounded down, so that 79.6 % never reads as the 80 % that were needed. */
    percent: (share: number): string => percents.format(Math.floor(share * 100 + 1e-9) / 100),
    number: (value: number): string => numbers.format(value),
    day: (time: Date): string => days.format(time),
    weekday: (time: Date): string => weekdays.format(time),
    /** Time left as a clock shows it: 4:05, 1:00:00. */
    clock: (seconds: number): string => clock(language, seconds),
    duration: (seconds: number): string => duration(language, seconds),
  };
}
export type Formats = ReturnType<typeof formatsFor>;

function duration(language: string, seconds: number): string {
  const minutes = Math.max(1, Math.round(seconds / 60));
  const part = (value: number, unit: 'hour' | 'minute'): string => new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
  if (minutes < 60) return part(minutes, 'minute');
  const hours = part(Math.floor(minutes / 60), 'hour');
  return minutes % 60 === 0 ? hours : new Intl.ListFormat(language, { type: 'unit', style: 'narrow' }).format([hours, part(minutes % 60, 'minute')]);
}

function clock(language: string, seconds: number): string {
  const two = new Intl.NumberFormat(language, { minimumIntegerDigits: 2 });
  const parts = [Math.floor(seconds / 60) % 60, Math.floor(seconds % 60)].map((part) => two.format(part));
  const hours = Math.floor(seconds / 3600);
  return (hours > 0 ? [new Intl.NumberFormat(language).format(hours), ...parts] : parts).join(':');
}
