import { day, type MailKind } from './kind.js';

export const certificate = {
  title: 'Certificate',
  category: 'certificates',
  usefulSeconds: 30 * day,
  variables: {
    name: { about: 'the learner', example: 'Lea Moreau' },
    course: { about: 'the course', example: 'Becoming a provider' },
    link: { about: 'where the certificate is', example: 'https://learn.example.org/home', link: true },
  },
  templates: {
    en: {
      subject: 'Your certificate: {course}',
      text: 'Hello {name},\n\nYou have completed {course}. Congratulations!\n\nYour certificate is here:\n\n{link}',
    },
  },
} as const satisfies MailKind;
