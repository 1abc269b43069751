import { describe, expect, test } from '@jest/globals';
import { en } from './en.js';
import { formatsFor } from './formats.js';
import { kindLanguages, languages } from './index.js';
import { forPages } from './for-pages.js';
import { given } from './given.js';
import { en as kindsEn } from './kinds/en.js';
import { given as kindsGiven } from './kinds/given.js';
import { wordsFrom, type WordsData } from './words.js';

type Leaf = { path: string; text: string };
/** With those of the kinds that have a script of their own. */
const all = Object.entries(languages).map(([language, data]): [language: string, data: WordsData] => [language, { ...data, ...kindLanguages[language as keyof typeof kindLanguages] }]);
const english = { ...en, ...kindsEn };
const entries = (data: WordsData): [key: string, value: unknown][] => Object.entries(data);
const translations = all.filter(([language]) => language !== 'en');
const isPlural = (value: unknown): value is { [category: string]: string } => typeof value === 'object' && value !== null && 'other' in value;
const leaves = (value: object, path = ''): Leaf[] => Object.entries(value).flatMap(([key, each]: [string, unknown]) => (typeof each === 'string' ? [{ path: `${path}${key}`, text: each }] : leaves(each as object, `${path}${key}.`)));
const placeholders = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
const namesOf = (key: string): readonly string[] => ({ ...given, ...kindsGiven } as { [key: string]: readonly string[] })[key] ?? [];
/** Which of the numbers that a course may have fall in a category. */
const numbersIn = (language: string, category: string): number[] => Array.from({ length: 1_000 }, (_, count) => count).filter((count) => new Intl.PluralRules(language).select(count) === category);

describe.each(all)('in %s', (language, data) => {
  test('the file says which language it is, and how it is written', () => {
    expect([data.language, data.direction]).toEqual([language, language === 'ar' ? 'rtl' : 'ltr']);
  });

  test('everything that may have to be said can be said', () => {
    const shape = (words: object): unknown => Object.fromEntries(Object.entries(words).map(([key, value]) => [key, isPlural(value) ? 'plural' : typeof value === 'object' ? shape(value as object) : typeof value]));
    expect(shape(data)).toEqual(shape(english));
  });

  test('every text holds the values that it is given, and no other', () => {
    for (const [key, value] of entries(data)) {
      const texts = isPlural(value) ? [value['other'] ?? ''] : typeof value === 'string' ? [value] : Object.values(value as object) as string[];
      for (const text of texts) expect([key, placeholders(text)]).toEqual([key, [...namesOf(key)].sort()]);
    }
  });

  test('every plural has the forms that the language needs, and says the number wherever a form stands for several', () => {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories.sort();
    for (const [key, forms] of entries(data)) {
      if (!isPlural(forms)) continue;
      expect([key, Object.keys(forms).sort()]).toEqual([key, categories]);
      for (const [category, text] of Object.entries(forms)) {
        if (numbersIn(language, category).length !== 1) expect([key, category, text]).toEqual([key, category, expect.stringContaining('{count}')]);
        expect(placeholders(text).filter((name) => name !== 'count')).toEqual([]);
      }
    }
  });

  test('nothing is left empty, and no space or mark stands where it should not', () => {
    for (const { path, text } of leaves(data)) expect([path, text]).toEqual([path, expect.stringMatching(/^(?! )(?:(?! {2}|\n).)+(?<! )$/u)]);
  });
});

test.each(translations)('no English is left in %s', (_language, data) => {
  const inEnglish = new Map(leaves(english).map(({ path, text }) => [path, text]));
  expect(leaves(data).filter(({ path, text }) => inEnglish.get(path) === text && text.replace(/\{\w+\}/g, '').trim().includes(' '))).toEqual([]);
  expect(leaves(data).filter(({ text }) => /\b(the|your|you|course|this|have|with)\b/i.test(text))).toEqual([]);
});

test('counts are in the right form, and numbers as the language writes them', () => {
  const [inEnglish, spanish] = [wordsFrom(forPages(en)), wordsFrom(forPages(languages.es))];
  expect([inEnglish.minutes(1), inEnglish.minutes(2), inEnglish.minutes(1200), spanish.attemptsLeft(1), spanish.attemptsLeft(3)]).toEqual(['1 minute', '2 minutes', '1,200 minutes', 'Queda 1 intento', 'Quedan 3 intentos']);
});

test('a title in another script does not turn the sentence around it', () => {
  const { toPass } = wordsFrom(forPages(en));
  expect([toPass('السلامة'), toPass('Safety')]).toEqual(['Pass: \u2068السلامة\u2069', 'Pass: Safety']);
});

test('a score just below the mark never reads as the mark', () => {
  const { percent } = formatsFor('en');
  expect([percent(0.7999), percent(0.8), percent(0.29), percent(1)]).toEqual(['79%', '80%', '29%', '100%']);
});
