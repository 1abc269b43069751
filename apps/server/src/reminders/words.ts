/** A calendar day as it is said in a language. */
export const dayWords = (day: string, language: string): string => new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

/** A moment by the clock of a zone, with the zone's name. */
export const momentWords = (at: string, timeZone: string, language: string): string => new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
  timeZone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'short',
}).format(new Date(at));
