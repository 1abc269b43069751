import { day, type MailKind } from './kind.js';

/** A template that somebody tries on herself: its words are those of the kind that it tries. */
export const test = {
  title: 'Test mail', category: 'transactional', usefulSeconds: day, internal: true, variables: {},
  templates: { en: { subject: 'Test', text: 'Test' } },
} as const satisfies MailKind;
