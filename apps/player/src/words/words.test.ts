import { expect, test } from '@jest/globals';
import { en } from './en.js';
import { es } from './es.js';
import { formatsFor } from './formats.js';
import { wordsFor } from './index.js';

test('a course in a regional variety gets the words of its language', () => {
  expect(wordsFor('es-MX').next).toBe('Siguiente');
  expect(wordsFor('EN-gb').next).toBe('Next');
});

test('a course in a language without a translation gets English', () => {
  expect(wordsFor('ar').language).toBe('en');
});

test('every language has every notice and error that may have to be said', () => {
  expect(Object.keys(es.notices)).toEqual(Object.keys(en.notices));
  expect(Object.keys(es.errors)).toEqual(Object.keys(en.errors));
});

test('a translation repeats no English sentence', () => {
  const flat = (words: object): [string, string][] => Object.entries(words).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value] as [string, string]] : typeof value === 'object' ? flat(value as object) : []));
  const english = new Map(flat(en));
  expect(flat(es).filter(([key, text]) => key !== 'language' && english.get(key) === text && text.length > 8)).toEqual([]);
});

test('counts are in the right form', () => {
  expect([en.minutes(1), en.minutes(2), es.attemptsLeft(1), es.attemptsLeft(3)]).toEqual(['1 minute', '2 minutes', 'Queda 1 intento', 'Quedan 3 intentos']);
});

test('a score just below the mark never reads as the mark', () => {
  const { percent } = formatsFor('en');
  expect([percent(0.7999), percent(0.8), percent(0.29), percent(1)]).toEqual(['79%', '80%', '29%', '100%']);
});
