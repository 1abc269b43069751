import type { MailKind } from './kind.js';

export const magicLink = {
  title: 'Link to sign in',
  category: 'transactional',
  usefulSeconds: 15 * 60,
  variables: {
    name: { about: 'who wants to sign in', example: 'Lea Moreau' },
    link: { about: 'the link that signs in', example: 'https://learn.example.org/sign-in/…', link: true, secret: true },
    minutes: { about: 'how many minutes the link works', example: '15' },
  },
  templates: {
    en: {
      subject: 'Your link to sign in',
      text: 'Hello {name},\n\nOpen this link to sign in:\n\n{link}\n\nIt works once, for {minutes} minutes. If you did not ask for it, do nothing: nobody can sign in without it.',
    },
  },
} as const satisfies MailKind;
