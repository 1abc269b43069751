import { expect, test } from '@jest/globals';
import { mostOf, shadeOf, shownStatements, type CoveredUnit } from './coverageLook.js';

const unit = (...counts: number[]): CoveredUnit => ({ id: 'u', title: 'U', items: 0, approved: 0, levels: [], statements: counts.map((items, n) => ({ id: `s${n}`, text: '', items, approved: 0, levels: [] })) });

test('a statement has too many questions where it has three times what is common, and more than six', () => {
  expect(mostOf([unit(0, 1, 1, 2)])).toBe(6);
  expect(mostOf([unit(4, 4, 5, 30)])).toBe(15);
  expect([0, 1, 2, 4, 16].map((items) => shadeOf(items, 15))).toEqual(['none', 'few', 'some', 'well', 'many']);
  expect(shownStatements(unit(0, 4, 30).statements, 'many', 15).map(({ id }) => id)).toEqual(['s2']);
  expect(shownStatements(unit(0, 4, 30).statements, 'missing', 15).map(({ id }) => id)).toEqual(['s0']);
});
