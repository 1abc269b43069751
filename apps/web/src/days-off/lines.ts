export interface TypedDay { day: string; name: string }
/** What was typed, a day a line: the days, and the lines that are none, with their numbers from 1. */
export interface TypedDays { days: TypedDay[]; wrong: { line: number; says: string }[] }

/** Reads lines such as "2026-12-25 Christmas Day"; empty ones are passed over. */
export function daysOf(text: string): TypedDays {
  const read: TypedDays = { days: [], wrong: [] };
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const [, day = '', name = ''] = /^\s*(\d{4}-\d{2}-\d{2})[\s,;:–-]*(.*)$/.exec(line) ?? [];
    if (!isDay(day)) read.wrong.push({ line: index + 1, says: 'begins with no day such as 2026-12-25' });
    else if (name.trim() === '') read.wrong.push({ line: index + 1, says: 'does not say what day it is' });
    else read.days.push({ day, name: name.trim().slice(0, 80) });
  }
  return read;
}

function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
