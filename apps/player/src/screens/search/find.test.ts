import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { find } from './find.js';

const entry = (id: string, title: string, text: string) => ({ id, title, unit: 'u', text });
const entries = [
  entry('one', 'Who may prescribe', 'Only those who are licensed to prescribe do so. A therapist prepares.'),
  entry('two', 'Federal, state and board', 'The state may be stricter. Ask your licensing board about prescribing.'),
  entry('three', 'Después de la sesión', 'La integración comienza después.'),
];
const ids = (query: string): string[] => find(entries, query).map(({ id }) => id);

describe('a learner who searches the course', () => {
  test('finds lessons by the beginnings of words, in any case, those with the word in the title first', () => {
    expect(ids('PRESCRIB')).toEqual(['one', 'two']);
    expect(ids('scribe')).toEqual([]);
  });
  test('finds only lessons with all the words', () => {
    expect(ids('licens board')).toEqual(['two']);
    expect(ids('licens zebra')).toEqual([]);
  });
  test('need not type accents', () => {
    expect(ids('sesion integracion')).toEqual(['three']);
  });
  test('finds nothing for nothing', () => {
    expect(ids('')).toEqual([]);
    expect(ids(' ,.! ')).toEqual([]);
  });
  test('sees the words marked where they stand in the text', () => {
    const long = entry('long', 'Long', `${'words '.repeat(200)}the prescriber decides ${'more '.repeat(200)}`);
    const [found] = find([long], 'prescr');
    expect(found?.marks.map(([from, to]) => found.excerpt.slice(from, to))).toEqual(['prescr']);
    expect(found?.excerpt.length).toBeLessThan(200);
  });
  test('may type anything', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (query, text) => {
      for (const found of find([entry('x', text, `${text} ${query}`)], query)) for (const [from, to] of found.marks) expect(from < to && to <= found.excerpt.length).toBe(true);
    }));
  });
});
