import { z } from 'zod';
import { calendarDay } from '../platform/calendar-day.js';

/** What a new cohort must be: a name of 1 to 120 characters, days as YYYY-MM-DD, an IANA time zone. */
export const newCohort = z.object({
  name: z.string().trim().min(1, 'Give the cohort a name.').max(120, 'A name has at most 120 characters.'),
  courseVersion: z.string(),
  startsOn: calendarDay.nullish().transform((value) => value ?? null),
  endsOn: calendarDay.nullish().transform((value) => value ?? null),
  timeZone: z.string().refine(isTimeZone, 'This is not a time zone: give an IANA name such as America/Denver.').nullish().transform((value) => value ?? 'UTC'),
});
export type NewCohort = z.input<typeof newCohort>;

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
