import { day, type MailKind } from './kind.js';

const about = {
  name: { about: 'who has registered', example: 'Lea Moreau' },
  organisation: { about: 'your organisation', example: 'Riverbend Training' },
  course: { about: 'the cohort, or your organisation where it is for none', example: 'Spring cohort' },
} as const;

/** Whoever registers herself shows by its link that the address is hers. */
export const registration = {
  title: 'Registration: confirm the address',
  category: 'transactional',
  usefulSeconds: day,
  variables: { ...about, link: { about: 'where the address is confirmed', example: 'https://learn.example.org/join/confirm/…', link: true, secret: true } },
  templates: {
    en: { subject: 'Confirm your registration: {course}', text: 'Hello {name},\n\nYou have registered for {course} with {organisation}. Open this link to confirm that this address is yours:\n\n{link}\n\nIt works for one day. If you did not register, do nothing.' },
    es: { subject: 'Confirme su inscripción: {course}', text: 'Hola, {name}:\n\nSe ha inscrito en {course} con {organisation}. Abra este enlace para confirmar que esta dirección es suya:\n\n{link}\n\nFunciona durante un día. Si no se ha inscrito, no haga nada.' },
    fr: { subject: 'Confirmez votre inscription : {course}', text: 'Bonjour {name},\n\nVous vous êtes inscrit à {course} auprès de {organisation}. Ouvrez ce lien pour confirmer que cette adresse est la vôtre :\n\n{link}\n\nIl fonctionne pendant un jour. Si vous ne vous êtes pas inscrit, ne faites rien.' },
    de: { subject: 'Bestätigen Sie Ihre Anmeldung: {course}', text: 'Guten Tag {name},\n\nSie haben sich bei {organisation} für {course} angemeldet. Mit diesem Link bestätigen Sie, dass diese Adresse Ihre ist:\n\n{link}\n\nEr gilt einen Tag lang. Wenn Sie sich nicht angemeldet haben, brauchen Sie nichts zu tun.' },
    ar: { subject: 'أكّد تسجيلك: {course}', text: 'مرحبًا {name}،\n\nلقد سجّلت في {course} لدى {organisation}. افتح هذا الرابط لتأكيد أن هذا العنوان لك:\n\n{link}\n\nيعمل الرابط يومًا واحدًا. إذا لم تسجّل فلا داعي لفعل شيء.' },
  },
} as const satisfies MailKind;

/** Staff have let somebody in. */
export const registrationAdmitted = {
  title: 'Registration: let in',
  category: 'transactional',
  usefulSeconds: 14 * day,
  variables: { ...about, link: { about: 'the sign-in page', example: 'https://learn.example.org/sign-in', link: true } },
  templates: {
    en: { subject: 'You are in: {course}', text: 'Hello {name},\n\n{organisation} has accepted your registration for {course}. Sign in here, by a link that is mailed to you or by your password:\n\n{link}' },
    es: { subject: 'Inscripción aceptada: {course}', text: 'Hola, {name}:\n\n{organisation} ha aceptado su inscripción en {course}. Inicie sesión aquí, con un enlace que le enviamos por correo o con su contraseña:\n\n{link}' },
    fr: { subject: 'Inscription acceptée : {course}', text: 'Bonjour {name},\n\n{organisation} a accepté votre inscription à {course}. Connectez-vous ici, par un lien envoyé par courriel ou avec votre mot de passe :\n\n{link}' },
    de: { subject: 'Sie sind dabei: {course}', text: 'Guten Tag {name},\n\n{organisation} hat Ihre Anmeldung für {course} angenommen. Hier melden Sie sich an, mit einem Link per E-Mail oder mit Ihrem Passwort:\n\n{link}' },
    ar: { subject: 'تم قبول تسجيلك: {course}', text: 'مرحبًا {name}،\n\nقبلت {organisation} تسجيلك في {course}. سجّل الدخول هنا برابط يُرسل إليك بالبريد أو بكلمة مرورك:\n\n{link}' },
  },
} as const satisfies MailKind;
