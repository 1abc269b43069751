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
    es: { subject: 'Su certificado: {course}', text: 'Hola, {name}:\n\nHa completado {course}. ¡Enhorabuena!\n\nSu certificado está aquí:\n\n{link}' },
    fr: { subject: 'Votre certificat : {course}', text: 'Bonjour {name},\n\nVous avez terminé {course}. Félicitations !\n\nVotre certificat se trouve ici :\n\n{link}' },
    de: { subject: 'Ihr Zertifikat: {course}', text: 'Guten Tag {name},\n\nSie haben {course} abgeschlossen. Herzlichen Glückwunsch!\n\nIhr Zertifikat finden Sie hier:\n\n{link}' },
    ar: { subject: 'شهادتك: {course}', text: 'مرحبًا {name}،\n\nلقد أتممت {course}. تهانينا!\n\nشهادتك هنا:\n\n{link}' },
  },
} as const satisfies MailKind;
