import { describe, expect, test } from '@jest/globals';
import { findUnbounded } from './bounds.js';

describe('bounds of a text', () => {
  test.each([
    ['prose', 'One two.\n\nThree four.\n'.repeat(400)],
    ['a list five deep', Array.from({ length: 5 }, (_, depth) => `${'  '.repeat(depth)}- item`).join('\n')],
    ['code that is indented far', `    ${' '.repeat(80)}return x;`],
    ['a table of a hundred rows', `| a | b |\n| - | - |\n${'| one | two |\n'.repeat(100)}`],
    ['forty directives one after the other', ':::key-point\nText.\n:::\n\n'.repeat(40)],
  ])('%s is within them', (_, text) => {
    expect(findUnbounded(text)).toBeNull();
  });
});
