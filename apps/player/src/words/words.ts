import type { en } from './en.js';

type Plural = { [Category in Intl.LDMLPluralRule]?: string } & { other: string };
type Shape<T> = T extends string ? string : T extends { other: string } ? Plural : { [K in keyof T]: Shape<T[K]> };
/**
 * The words of one language as plain data, so that they travel beside the player and not in it. A `{name}` in a text
 * stands for a value; a plural has a text for each category of CLDR that the language's numbers fall in.
 */
export type WordsData = Shape<Omit<typeof en, 'direction'>> & { direction: 'ltr' | 'rtl' };

/** What texts are given, by the names of the values in the order of the call; one that is not listed stands as it is. */
export const given = {
  courseProgress: ['percent'], partProgress: ['percent'], unit: ['number'], minutes: ['count'], questionsLeft: ['count'],
  lessonOf: ['number', 'all'], printed: ['date'], partOf: ['number', 'all'], licenceEnded: ['day'], licenceEnds: ['day'], courseTimeWarning: ['count'],
  points: ['raw', 'max'], chooseUpTo: ['count'], moveUp: ['what'], moveDown: ['what'], movedTo: ['what', 'place', 'all'], gap: ['number'],
  wordCount: ['count'], wordsAtMost: ['max'], wordsBetween: ['min', 'max'],
  questions: ['count'], passMark: ['percent'], attemptsLeft: ['count'], bestSoFar: ['percent'], questionOf: ['number', 'all'], question: ['number'],
  unanswered: ['count'], timeWarning: ['count'], scored: ['percent'], neededToPass: ['percent'],
  lessonsToRead: ['count'], checksToAnswer: ['count'], toSubmit: ['title'], toPass: ['title'], minutesToSpend: ['count'],
  termsFound: ['count'], found: ['count'], foundNothing: ['query'],
} as const satisfies { [K in keyof typeof en]?: readonly string[] };

type Given = typeof given;
type Values<Names extends readonly string[]> = { -readonly [At in keyof Names]: string | number };
/** Words as screens use them: a text, or a function of what it is given. A number is written as the language writes it. */
export type Words = {
  [K in keyof WordsData]: K extends keyof Given ? (...values: Values<Given[K]>) => string
    : K extends 'notices' | 'errors' ? { readonly [name: string]: string } : WordsData[K];
};

/** Makes of data what screens use. `locale` is the course's own tag, which may write numbers in its own way. */
export function wordsFrom(data: WordsData, locale: string = data.language): Words {
  const say = speaker(data, locale);
  const texts = Object.entries(data).map(([key, value]) => {
    const names: readonly string[] | undefined = given[key as keyof Given];
    return [key, names === undefined ? value : (...values: (string | number)[]) => say(value as string | Plural, names, values)];
  });
  return Object.fromEntries(texts) as Words;
}

function speaker(data: WordsData, locale: string) {
  const plurals = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  // A title in another script must not turn the sentence around it: it is isolated (Unicode UAX 9, FSI and PDI).
  const foreign = data.direction === 'rtl' ? /\p{Script=Latin}/u : /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
  const written = (value: string | number): string => (typeof value === 'number' ? numbers.format(value) : foreign.test(value) ? `\u2068${value}\u2069` : value);
  return (text: string | Plural, names: readonly string[], values: readonly (string | number)[]): string => {
    const chosen = typeof text === 'string' ? text : (text[plurals.select(Number(values[0]))] ?? text.other);
    return chosen.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[names.indexOf(name)];
      return value === undefined ? whole : written(value);
    });
  };
}

/** How numbers and dates are written: as the course's own variety of a language does, where the words are in that language. */
export function localeOf(course: string, words: WordsData): string {
  return course.toLowerCase().split('-')[0] === words.language ? course : words.language;
}
