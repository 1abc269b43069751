import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import Sqlite from 'better-sqlite3';
import { ftsQuery, searchTerms, wordsOf } from './search-terms.js';

const index = (texts: string[]) => {
  const database = new Sqlite(':memory:');
  database.exec(`CREATE VIRTUAL TABLE f USING fts5(words, tokenize='unicode61 remove_diacritics 2', prefix='2 3')`);
  const put = database.prepare('INSERT INTO f VALUES (?)');
  for (const text of texts) put.run(wordsOf(text).join(' '));
  return (typed: string) => {
    const terms = searchTerms(typed);
    if (terms === null) return texts.length;
    return (database.prepare('SELECT COUNT(*) AS n FROM f WHERE f MATCH ?').get(ftsQuery(terms)) as { n: number }).n;
  };
};

describe('searching by what a person types', () => {
  const found = index(['What dose of **ketamine** is given?', 'How is hypertension measured in the café?', 'Ketamine and blood pressure', 'Blood is thicker; pressure rises']);

  test('every word must be there, in any order, and the last one may be half typed', () => {
    expect(found('ketam')).toBe(2);
    expect(found('pressure keta')).toBe(1);
    expect(found('ketamin dose')).toBe(0);
  });

  test('words in quotation marks stand side by side, and a mark that is not closed closes at the end', () => {
    expect(found('blood pressure')).toBe(2);
    expect(found('"blood pressure"')).toBe(1);
    expect(found('“blood pressure”')).toBe(1);
    expect(found('"blood pressure')).toBe(1);
    expect(found('"blood press"')).toBe(0);
  });

  test('upper case, accents and markup count for nothing', () => {
    expect(found('KETAMINE')).toBe(2);
    expect(found('cafe')).toBe(1);
    expect(found('CAFÉ')).toBe(1);
  });

  test('where no word is typed, everything is found', () => {
    expect(found('')).toBe(4);
    expect(found(' "?* ')).toBe(4);
  });

  test('nothing that can be typed is an error', () => {
    expect(found('dose OR NOT (blood*) NEAR words:x AND')).toBe(0);
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (typed) => { found(typed); }), { numRuns: 300 });
    fc.assert(fc.property(fc.array(fc.constantFrom('"', '*', 'AND', 'OR', 'NOT', 'NEAR(', ')', '^', ':', '-', 'dose', '\'', '\\', '{', '“')), (typed) => { found(typed.join(' ')); }), { numRuns: 300 });
  });
});
