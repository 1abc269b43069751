import { certificate } from './certificate.js';
import { invitation } from './invitation.js';
import type { MailKind } from './kind.js';
import { magicLink } from './magic-link.js';
import { registration, registrationAdmitted } from './registration.js';
import { reminderBehind, reminderDeadline, reminderSession, reminderStarts } from './reminders.js';
import { test } from './test.js';

/** Every kind of mail. To add one is to add a file beside this one and a line here. */
const kinds = {
  invitation,
  'magic-link': magicLink,
  certificate,
  registration,
  'registration-admitted': registrationAdmitted,
  'reminder-starts': reminderStarts,
  'reminder-behind': reminderBehind,
  'reminder-session': reminderSession,
  'reminder-deadline': reminderDeadline,
  test,
} as const satisfies Record<string, MailKind>;

export type MailKindName = keyof typeof kinds;
/** What a mail of a kind must be queued with: a text for each of its variables. */
export type MailData<K extends MailKindName> = Record<keyof (typeof kinds)[K]['variables'] & string, string>;
export const mailKinds: Record<MailKindName, MailKind> = kinds;
export const mailKindNames = Object.keys(kinds) as MailKindName[];
export const isMailKind = (name: string): name is MailKindName => Object.hasOwn(kinds, name);
