import { day, type MailKind } from './kind.js';

const common = {
  name: { about: 'the learner', example: 'Lea Moreau' },
  course: { about: 'the course', example: 'Becoming a provider' },
  cohort: { about: 'her cohort', example: 'Spring 2027' },
} as const;
const link = { about: 'where the learner goes on', example: 'https://learn.example.org/home', link: true } as const;

export const reminderStarts = {
  title: 'Reminder: the course starts soon',
  category: 'reminders',
  usefulSeconds: 3 * day,
  variables: { ...common, date: { about: 'the day on which the cohort starts', example: 'Monday 7 December 2026' }, link },
  templates: {
    en: { subject: '{course} starts on {date}', text: 'Hello {name},\n\n{course} ({cohort}) starts on {date}. You find it here:\n\n{link}' },
    es: { subject: '{course} empieza el {date}', text: 'Hola, {name}:\n\n{course} ({cohort}) empieza el {date}. Lo encuentra aquí:\n\n{link}' },
    fr: { subject: '{course} commence le {date}', text: 'Bonjour {name},\n\n{course} ({cohort}) commence le {date}. Vous le trouverez ici :\n\n{link}' },
    de: { subject: '{course} beginnt am {date}', text: 'Guten Tag {name},\n\n{course} ({cohort}) beginnt am {date}. Sie finden den Kurs hier:\n\n{link}' },
    ar: { subject: 'يبدأ {course} في {date}', text: 'مرحبًا {name}،\n\nيبدأ {course} ({cohort}) في {date}. تجده هنا:\n\n{link}' },
  },
} as const satisfies MailKind;

export const reminderBehind = {
  title: 'Reminder: behind the plan',
  category: 'reminders',
  usefulSeconds: 2 * day,
  variables: { ...common, percent: { about: 'how much is done, such as 40 %', example: '40 %' }, due: { about: 'the day by which it is to be done', example: 'Friday 18 December 2026' }, link },
  templates: {
    en: { subject: '{course}: a good moment to go on', text: 'Hello {name},\n\nyou have done {percent} of {course} ({cohort}); it is to be done by {due}. Here you go on where you stopped:\n\n{link}' },
    es: { subject: '{course}: buen momento para seguir', text: 'Hola, {name}:\n\nha completado el {percent} de {course} ({cohort}); el plazo acaba el {due}. Aquí continúa donde lo dejó:\n\n{link}' },
    fr: { subject: '{course} : le bon moment pour continuer', text: 'Bonjour {name},\n\nvous avez fait {percent} de {course} ({cohort}), à terminer pour le {due}. Reprenez ici où vous en étiez :\n\n{link}' },
    de: { subject: '{course}: ein guter Moment, um weiterzumachen', text: 'Guten Tag {name},\n\nSie haben {percent} von {course} ({cohort}) erledigt; fertig sein soll es bis {due}. Hier machen Sie weiter, wo Sie aufgehört haben:\n\n{link}' },
    ar: { subject: '{course}: الوقت مناسب للمتابعة', text: 'مرحبًا {name}،\n\nأنجزت {percent} من {course} ({cohort})، والموعد النهائي هو {due}. تابع من حيث توقفت:\n\n{link}' },
  },
} as const satisfies MailKind;

export const reminderDeadline = {
  title: 'Reminder: the deadline is near',
  category: 'reminders',
  usefulSeconds: 2 * day,
  variables: { ...common, due: { about: 'the day by which it is to be done', example: 'Friday 18 December 2026' }, link },
  templates: {
    en: { subject: '{course} is due on {due}', text: 'Hello {name},\n\n{course} ({cohort}) is to be done by {due}. Here you go on:\n\n{link}' },
    es: { subject: 'El plazo de {course} acaba el {due}', text: 'Hola, {name}:\n\n{course} ({cohort}) debe completarse a más tardar el {due}. Aquí continúa:\n\n{link}' },
    fr: { subject: '{course} est à terminer pour le {due}', text: 'Bonjour {name},\n\n{course} ({cohort}) est à terminer pour le {due}. Continuez ici :\n\n{link}' },
    de: { subject: '{course} soll bis {due} fertig sein', text: 'Guten Tag {name},\n\n{course} ({cohort}) soll bis {due} fertig sein. Hier machen Sie weiter:\n\n{link}' },
    ar: { subject: 'الموعد النهائي لـ {course} هو {due}', text: 'مرحبًا {name}،\n\nيجب إنهاء {course} ({cohort}) قبل نهاية {due}. تابع هنا:\n\n{link}' },
  },
} as const satisfies MailKind;

export const reminderSession = {
  title: 'Reminder: a session is near',
  category: 'reminders',
  usefulSeconds: day,
  variables: { ...common, session: { about: 'the session', example: 'Supervision 3' }, when: { about: 'when it begins, with its zone', example: 'Tuesday 8 December 2026 at 18:00 MST' }, where: { about: 'its place or its link', example: 'https://meet.example.org/room', link: true } },
  templates: {
    en: { subject: '{session}: {when}', text: 'Hello {name},\n\n{session} ({cohort}) begins {when}:\n\n{where}' },
    es: { subject: '{session}: {when}', text: 'Hola, {name}:\n\n{session} ({cohort}) empieza {when}:\n\n{where}' },
    fr: { subject: '{session} : {when}', text: 'Bonjour {name},\n\n{session} ({cohort}) commence {when} :\n\n{where}' },
    de: { subject: '{session}: {when}', text: 'Guten Tag {name},\n\n{session} ({cohort}) beginnt {when}:\n\n{where}' },
    ar: { subject: '{session}: {when}', text: 'مرحبًا {name}،\n\nتبدأ {session} ({cohort}) {when}:\n\n{where}' },
  },
} as const satisfies MailKind;
