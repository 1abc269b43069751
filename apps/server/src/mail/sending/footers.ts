/** What stands before the link to unsubscribe, by language. */
export const footers: Record<string, string> = {
  en: 'No more mails like this one:',
  es: 'No recibir más correos como este:',
  fr: 'Ne plus recevoir de messages comme celui-ci :',
  de: 'Keine Nachrichten dieser Art mehr:',
  ar: 'لإيقاف رسائل مثل هذه:',
};
