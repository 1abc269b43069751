/** What people can unsubscribe from, in their words. */
export const categoryWords: Record<string, { title: string; about: string }> = {
  reminders: { title: 'Reminders', about: 'Before a start, a session or a due day, and when you are behind.' },
  certificates: { title: 'Certificates', about: 'When you have earned one.' },
};
