import { wallTimeAt } from '@preceptor/tracking';
import { z } from 'zod';

const webAddress = z.url({ protocol: /^https?$/, error: 'A link begins with https:// or http://.' }).max(2000, 'A link has at most 2,000 characters.');
const optional = <T extends z.ZodType>(type: T) => z.preprocess((value) => (value === '' ? null : value), type.nullish().transform((value) => value ?? null));
const line = (most: number, name: string) => z.string().trim().max(most, `${name} has at most ${most} characters.`);

/** What a session must be. Times are ISO 8601. */
export const newSession = z.object({
  title: line(200, 'A title').min(1, 'Give the session a title.'),
  description: line(5000, 'A description').nullish().transform((text) => text ?? ''),
  startsAt: z.string(), endsAt: z.string(),
  timeZone: z.string().refine(isTimeZone, 'This is not a time zone: give an IANA name such as America/Denver.'),
  link: optional(webAddress),
  place: optional(line(300, 'A place')),
  unit: optional(z.string().max(200)),
  facilitators: z.array(z.string()).max(20, 'A session has at most 20 facilitators.').nullish().transform((ids) => [...new Set(ids ?? [])]),
  counts: z.boolean().nullish().transform((value) => value ?? true),
});
export type NewSession = z.input<typeof newSession>;

/** A series: so many of it in all, each so many days after the one before. */
export const series = z.object({
  times: z.int('A whole number is needed.').min(1, 'At least one session.').max(52, 'At most 52 sessions at once.'),
  everyDays: z.int('A whole number is needed.').min(1, 'At least a day lies between two sessions.').max(365, 'At most a year lies between two sessions.'),
}).nullish().transform((value) => value ?? { times: 1, everyDays: 7 });

function isTimeZone(name: string): boolean {
  try {
    return wallTimeAt(name, 0).day !== '';
  } catch {
    return false;
  }
}
