import { z } from 'zod';
import { calendarDay } from '../platform/calendar-day.js';

const cohortName = z.string().trim().min(1, 'Give the cohort a name.').max(120, 'A name has at most 120 characters.');
const timeZone = z.string().refine(isTimeZone, 'This is not a time zone: give an IANA name such as America/Denver.');

/** What a new cohort must be: a name of 1 to 120 characters, days as YYYY-MM-DD, an IANA time zone. */
export const newCohort = z.object({
  name: cohortName,
  courseVersion: z.string(),
  startsOn: calendarDay.nullish().transform((value) => value ?? null),
  endsOn: calendarDay.nullish().transform((value) => value ?? null),
  timeZone: timeZone.nullish().transform((value) => value ?? 'UTC'),
});
export type NewCohort = z.input<typeof newCohort>;

/** What a cohort that is made like another has of its own. */
export const clonedCohort = newCohort.pick({ name: true, startsOn: true });

/** Most who lead one cohort, and most who are in it. */
export const mostFacilitators = 30;
const largestCapacity = 5_000;

/** What of a cohort is changed: what is left out stays, null takes away. */
export const cohortSettings = z.object({
  name: cohortName.optional(),
  startsOn: calendarDay.nullable().optional(),
  endsOn: calendarDay.nullable().optional(),
  timeZone: timeZone.optional(),
  capacity: z.int('Places are a whole number.').min(1, 'A cohort has at least one place.').max(largestCapacity, `A cohort has at most ${largestCapacity.toLocaleString('en')} places.`).nullable().optional(),
  price: z.string().trim().max(120, 'A price has at most 120 characters.').transform((text) => (text === '' ? null : text)).nullable().optional(),
  discussionUrl: z.string().trim().max(500, 'An address has at most 500 characters.').refine(isWebAddress, 'Give an address that begins with https:// or http://.').transform((text) => (text === '' ? null : text)).nullable().optional(),
  fills: z.enum(['FIRST', 'STAFF']).optional(),
  facilitators: z.array(z.string()).max(mostFacilitators, `At most ${mostFacilitators} people lead a cohort.`).transform((ids) => [...new Set(ids)]).optional(),
});
export type CohortSettings = z.input<typeof cohortSettings>;

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** Empty, or an address that a browser opens as a page and never as a script. */
function isWebAddress(text: string): boolean {
  return text === '' || (URL.canParse(text) && ['https:', 'http:'].includes(new URL(text).protocol));
}
