import { expect, test } from '@jest/globals';
import { dayOf, licenceStanding } from './licence.js';

test.each([
  [undefined, 'none'],
  ['2027-06-30', 'holds'],
  ['2026-12-09', 'holds'],
  ['2026-12-08', 'ends-soon'],
  ['2026-11-25', 'ends-soon'],
  ['2026-11-24', 'ended'],
  ['2020-01-01', 'ended'],
])('on the evening of 25 November 2026 a licence until %s is: %s', (until, standing) => {
  expect(licenceStanding(until, new Date(2026, 10, 25, 21, 30))).toBe(standing);
});

test('the last day is the whole day where the learner is', () => {
  expect(licenceStanding('2026-11-25', new Date(2026, 10, 25, 23, 59, 59))).toBe('ends-soon');
  expect(licenceStanding('2026-11-25', new Date(2026, 10, 26))).toBe('ended');
  expect(dayOf('2026-11-25').getDate()).toBe(25);
});
