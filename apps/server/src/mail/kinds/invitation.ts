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
    es: { subject: '{inviter} le invita a {organisation}', text: 'Hola, {name}:\n\n{inviter} le invita a formarse con {organisation}. Abra este enlace para empezar:\n\n{link}\n\nFunciona hasta el {expires} y solo para usted.\n\n{organisation}' },
    fr: { subject: '{inviter} vous invite à rejoindre {organisation}', text: 'Bonjour {name},\n\n{inviter} vous invite à vous former avec {organisation}. Ouvrez ce lien pour commencer :\n\n{link}\n\nIl vous est personnel et fonctionne jusqu\'au {expires}.\n\n{organisation}' },
    de: { subject: '{inviter} lädt Sie zu {organisation} ein', text: 'Guten Tag {name},\n\n{inviter} lädt Sie ein, bei {organisation} zu lernen. Mit diesem Link beginnen Sie:\n\n{link}\n\nEr gilt bis zum {expires} und nur für Sie.\n\n{organisation}' },
    ar: { subject: 'يدعوك {inviter} إلى {organisation}', text: 'مرحبًا {name}،\n\nيدعوك {inviter} إلى التعلّم مع {organisation}. افتح هذا الرابط للبدء:\n\n{link}\n\nيعمل الرابط حتى {expires}، وهو لك وحدك.\n\n{organisation}' },
  },
} as const satisfies MailKind;
