import { z } from 'zod';
import { isTimeZone } from '../../platform/time-zone.js';
import { accentFault, colourShape, type Scheme } from './contrast.js';

// A line break in what becomes a mail's head would begin another head.
const oneLine = /^[^\p{Cc}\p{Zl}\p{Zp}]*$/u;
const line = (most: number, what: string) => z.string().trim().max(most, `${what} has at most ${most} characters.`).regex(oneLine, `${what} is one line.`);
const colour = (scheme: Scheme) => z.string().trim().toLowerCase().regex(colourShape, 'A colour is written as # and six digits, such as #0a6459.')
  .superRefine((value, context) => {
    const fault = colourShape.test(value) ? accentFault(value, scheme) : null;
    if (fault !== null) context.addIssue({ code: 'custom', message: fault });
  }).nullish().transform((value) => value ?? null);
const whole = (least: number, most: number, what: string) => z.number().int(`${what}: give a whole number.`).min(least, `${what}: from ${least} to ${most}.`).max(most, `${what}: from ${least} to ${most}.`);

/** A language as BCP 47 writes it, such as en or pt-BR. */
const language = z.string().transform((tag, context) => {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? tag;
  } catch {
    context.addIssue({ code: 'custom', message: 'A language is written as in BCP 47, such as en or pt-BR.' });
    return z.NEVER;
  }
});

/** What an organisation may be set to. */
export const settingsInput = z.object({
  name: line(120, 'A name').min(1, 'Give the organisation a name.'),
  accentLight: colour('light'),
  accentDark: colour('dark'),
  senderName: line(120, 'A sender\'s name').nullish().transform((value) => (value === undefined || value === '' ? null : value)),
  senderAddress: z.email('This is not an e-mail address.').max(254, 'An e-mail address has at most 254 characters.').nullish().transform((value) => value ?? null),
  timeZone: z.string().refine(isTimeZone, 'This is not a time zone: give an IANA name such as America/Denver.'),
  languages: z.array(language).min(1, 'Give at least one language.').max(20, 'At most 20 languages.').transform((list) => [...new Set(list)]),
  retention: z.object({
    recordsYears: whole(6, 100, 'Learning records').nullish().transform((value) => value ?? null),
    auditYears: whole(1, 100, 'The audit trail'),
    mailDays: whole(7, 3650, 'Mails'),
  }),
});
export type SettingsInput = z.input<typeof settingsInput>;
export type Settings = z.output<typeof settingsInput>;

/** What holds until somebody sets it. */
export const unset: Omit<Settings, 'name'> = {
  accentLight: null, accentDark: null, senderName: null, senderAddress: null, timeZone: 'UTC', languages: ['en'],
  retention: { recordsYears: null, auditYears: 10, mailDays: 180 },
};
