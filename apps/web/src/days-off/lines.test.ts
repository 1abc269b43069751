import { expect, test } from '@jest/globals';
import { daysOf } from './lines.js';

test('reads a day a line, however it is set apart from its name, and says which lines are none', () => {
  expect(daysOf('2026-12-25 Christmas Day\r\n\n2026-11-26, Thanksgiving – closed\n2026-02-30 Never\nChristmas\n2026-01-01\n')).toEqual({
    days: [{ day: '2026-12-25', name: 'Christmas Day' }, { day: '2026-11-26', name: 'Thanksgiving – closed' }],
    wrong: [{ line: 4, says: 'begins with no day such as 2026-12-25' }, { line: 5, says: 'begins with no day such as 2026-12-25' }, { line: 6, says: 'does not say what day it is' }],
  });
});
