import type { en } from './en.js';
import type { given } from './given.js';
import type { en as kindsEn } from './kinds/en.js';
import type { given as kindsGiven } from './kinds/given.js';

type Plural = { [Category in Intl.LDMLPluralRule]?: string } & { other: string };
type Shape<T> = T extends string ? string : T extends { other: string } ? Plural : { [K in keyof T]: Shape<T[K]> };
/**
 * The words of one language as plain data, so that they travel beside the player and not in it. A `{name}` in a text
 * stands for a value; a plural has a text for each category of CLDR that the language's numbers fall in.
 */
export type WordsData = Shape<Omit<typeof en, 'direction'>> & { direction: 'ltr' | 'rtl' };

/** What the kinds apart add to them. */
export type KindWordsData = Shape<typeof kindsEn>;

type Values<Names extends readonly string[]> = { -readonly [At in keyof Names]: string | number };
/** Words as screens use them: a text, or a function of what it is given. A number is written as the language writes it. */
export type Words = Usable<WordsData, typeof given>;
/** The same with those of the kinds apart among them. */
export type KindWords = Words & Usable<KindWordsData, typeof kindsGiven>;
type Usable<Data, Given extends { [name: string]: readonly string[] }> = {
  [K in keyof Data]: K extends keyof Given ? (...values: Values<Given[K]>) => string
    : K extends 'notices' | 'errors' | 'uploadKinds' | 'uploadRefused' ? { readonly [name: string]: string } : Data[K];
};

/**
 * Makes of a page's words what screens use: a text with values in it becomes a function of them. `data` is what
 * `forPages` made. `locale` is the course's own tag, which may write numbers in its own way.
 */
export function wordsFrom(data: WordsData, locale: string = data.language): Words {
  const plurals = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  // A title in another script must not turn the sentence around it: it is isolated (Unicode UAX 9, FSI and PDI).
  const foreign = data.direction === 'rtl' ? /\p{Script=Latin}/u : /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
  const written = (value: string | number = ''): string => (typeof value === 'number' ? numbers.format(value) : foreign.test(value) ? `\u2068${value}\u2069` : value);
  const filled = (text: string, values: (string | number)[]): string => text.replace(/\{(\d)\}/g, (_whole, place: string) => written(values[Number(place)]));
  const usable = (value: unknown): unknown => {
    if (typeof value === 'string') return value.includes('{0}') ? (...values: (string | number)[]) => filled(value, values) : value;
    const forms = value as Plural;
    return 'other' in forms ? (count: number) => filled(forms[plurals.select(count)] ?? forms.other, [count]) : forms;
  };
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, usable(value)])) as Words;
}

/** How numbers and dates are written: as the course's own variety of a language does, where the words are in that language. */
export function localeOf(course: string, words: WordsData): string {
  return course.toLowerCase().split('-')[0] === words.language ? course : words.language;
}
