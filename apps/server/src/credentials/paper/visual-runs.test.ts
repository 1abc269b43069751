import { expect, test } from '@jest/globals';
import { visualRuns } from './visual-runs.js';

const seen = (line: string) => visualRuns(line).map(({ text, rtl }) => (rtl ? `<${text}>` : text));

test('what runs from left to right stays as it is', () => {
  expect(visualRuns('Łucja Ødegård, 12')).toEqual([{ text: 'Łucja Ødegård, 12', rtl: false }]);
  expect(visualRuns('')).toEqual([]);
});

test('a name from right to left is one part, its spaces with it', () => {
  expect(visualRuns('فاطمة الزهراء')).toEqual([{ text: 'فاطمة الزهراء', rtl: true }]);
  expect(seen('שרה כהן')).toEqual(['<שרה כהן>']);
});

test('within a line from left to right it stands in its place', () => {
  expect(seen('Licence RN of שרה כהן, Colorado')).toEqual(['Licence RN of ', '<שרה כהן>', ', Colorado']);
});

test('a line that begins from right to left is read from there: what comes after stands to the left of it', () => {
  expect(seen('שרה (Sarah)')).toEqual([ '<(>', 'Sarah', '<שרה )>']);
});

test('digits within such a name keep their order', () => {
  expect(seen('כהן 42 לוי')).toEqual(['< לוי>', '42', '<כהן >']);
});
