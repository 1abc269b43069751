import { day, type MailKind } from './kind.js';

export const invitation = {
  title: 'Invitation',
  category: 'transactional',
  usefulSeconds: 7 * day,
  handedOver: true,
  variables: {
    name: { about: 'who is invited', example: 'Lea Moreau' },
    inviter: { about: 'who invites', example: 'Noor Rahman' },
    organisation: { about: 'your organisation', example: 'Riverbend Training' },
    link: { about: 'where the invitation is accepted', example: 'https://learn.example.org/join/…', link: true, secret: true },
    expires: { about: 'until when the link works', example: '5 December 2026' },
  },
  templates: {
    en: {
      subject: '{inviter} invites you to {organisation}',
      text: 'Hello {name},\n\n{inviter} invites you to learn with {organisation}. Open this link to begin:\n\n{link}\n\nIt works until {expires}, and only for you.\n\n{organisation}',
    },
  },
} as const satisfies MailKind;
