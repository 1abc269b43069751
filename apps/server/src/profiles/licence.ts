import { z } from 'zod';
import { calendarDay } from '../platform/calendar-day.js';

/** A professional licence; null: not known. */
export interface Licence { type: string | null; number: string | null; state: string | null; /** YYYY-MM-DD */ expiresOn: string | null }
/** A licence that ends in at most so many days is said to end soon. */
export const soonDays = 60;

const part = (name: string, most: number) => z.string().trim().max(most, `${name} has at most ${most} characters.`).nullish().transform((value) => (value === undefined || value === null || value === '' ? null : value));
export const licenceInput = z.object({
  type: part('The type of a licence', 80), number: part('The number of a licence', 60), state: part('The state of a licence', 60),
  expiresOn: z.preprocess((value) => (value === '' ? null : value), calendarDay.nullish()).transform((value) => value ?? null),
});

export const noLicence: Licence = { type: null, number: null, state: null, expiresOn: null };
export const isEmpty = (licence: Licence): boolean => Object.values(licence).every((value) => value === null);

export type Standing = 'VALID' | 'ENDS_SOON' | 'EXPIRED' | 'UNKNOWN';

/** How a licence stands on a day, both YYYY-MM-DD; UNKNOWN where no day is known. */
export function standingOn(expiresOn: string | null, today: string): Standing {
  if (expiresOn === null) return 'UNKNOWN';
  if (expiresOn < today) return 'EXPIRED';
  const left = (Date.parse(`${expiresOn}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000;
  return left <= soonDays ? 'ENDS_SOON' : 'VALID';
}
