import { z } from 'zod';

export const hoursRule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('NONE') }),
  z.object({ kind: z.literal('FIXED'), hours: z.number().positive('Hours are more than 0.').max(1000, 'At most 1,000 hours.').refine((hours) => Number.isInteger(hours * 4), 'Hours are counted in quarters.') }),
  z.object({ kind: z.literal('MEASURED'), /** per calendar day; null: no cap */ mostADay: z.number().positive('A cap is more than 0.').max(24, 'A day has 24 hours.').nullable() }),
]);
/** By what rule hours are stated: none; so many; or the minutes of what was read and attended, at most so many hours a day. */
export type HoursRule = z.output<typeof hoursRule>;

/** Something done on a calendar day of the cohort's zone that took so many minutes. */
export interface Done { day: string; minutes: number }

/** The hours that a rule states: those measured are capped a day, summed, and rounded down to a quarter, as boards count them. null: none are stated. */
export function hoursBy(rule: HoursRule, done: readonly Done[]): number | null {
  if (rule.kind === 'NONE') return null;
  if (rule.kind === 'FIXED') return rule.hours;
  const days = new Map<string, number>();
  for (const { day, minutes } of done) days.set(day, (days.get(day) ?? 0) + minutes);
  const most = rule.mostADay === null ? Number.POSITIVE_INFINITY : rule.mostADay * 60;
  const minutes = [...days.values()].reduce((sum, of) => sum + Math.min(of, most), 0);
  return Math.floor(minutes / 15 + 1e-9) / 4;
}
