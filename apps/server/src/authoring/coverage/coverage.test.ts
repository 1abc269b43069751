import { expect, test } from '@jest/globals';
import { coverageOf } from './coverage.js';

const unit = (id: string, statements: string[]) => ({ id, title: id, summaryHtml: '', objectives: [{ id: 'o', text: '', statements }], lessons: [], assessment: null });
const statement = (id: string) => ({ id, text: id, section: '' });

test('each statement is counted at each level under the unit that teaches it first, an item once a unit', () => {
  const course = { statements: ['a', 'b', 'c'].map(statement), units: [unit('one', ['a', 'b']), unit('two', ['b'])] };
  const covered = coverageOf(course, [{ statements: ['a', 'b'], level: 'recall', approved: true }, { statements: ['a'], level: null, approved: false }, { statements: ['unknown'], level: 'recall', approved: true }]);
  expect(covered.map(({ id, items, approved, statements }) => [id, items, approved, statements.map((one) => [one.id, ...one.levels.map(({ items: count }) => count)])])).toEqual([
    ['one', 2, 1, [['a', 1, 0, 0, 1], ['b', 1, 0, 0, 0]]],
    [null, 0, 0, [['c', 0, 0, 0, 0]]],
  ]);
});
