import { expect, test } from '@jest/globals';
import { csv } from './csv.js';

test('a name that a spreadsheet would run as a formula stays a text', () => {
  for (const name of ['=cmd|calc', '+1', '-1', '@SUM(A1)', '\t=1', '  =1']) expect(csv(['name'], [[name]])).toContain(`'${name}`);
});

test('quotes, commas, line ends and numbers come out as RFC 4180 wants them', () => {
  expect(csv(['a', 'b'], [['He said "no", twice', 0.5], ['two\nlines', null]])).toBe('\uFEFFa,b\r\n"He said ""no"", twice",0.5\r\n"two\nlines",\r\n');
});
