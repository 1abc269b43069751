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
    es: { subject: 'Su enlace para iniciar sesión', text: 'Hola, {name}:\n\nAbra este enlace para iniciar sesión:\n\n{link}\n\nFunciona una sola vez, durante {minutes} minutos. Si no lo ha pedido, no haga nada: sin él nadie puede iniciar sesión.' },
    fr: { subject: 'Votre lien de connexion', text: 'Bonjour {name},\n\nOuvrez ce lien pour vous connecter :\n\n{link}\n\nIl fonctionne une seule fois, pendant {minutes} minutes. Si vous ne l\'avez pas demandé, ne faites rien : sans lui, personne ne peut se connecter.' },
    de: { subject: 'Ihr Link zum Anmelden', text: 'Guten Tag {name},\n\nmit diesem Link melden Sie sich an:\n\n{link}\n\nEr gilt einmal und {minutes} Minuten lang. Wenn Sie ihn nicht angefordert haben, brauchen Sie nichts zu tun: Ohne ihn kann sich niemand anmelden.' },
    ar: { subject: 'رابط تسجيل الدخول', text: 'مرحبًا {name}،\n\nافتح هذا الرابط لتسجيل الدخول:\n\n{link}\n\nيعمل الرابط مرة واحدة خلال {minutes} دقيقة. إذا لم تطلبه فلا داعي لفعل شيء: لا يستطيع أحد تسجيل الدخول من دونه.' },
  },
} as const satisfies MailKind;
