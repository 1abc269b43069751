import { expect, test } from '@jest/globals';
import { momentAt, shiftedByDays, wallTimeAt } from './zoned-time.js';

const denver = 'America/Denver';

test('a clock in Denver is seven hours behind in winter and six in summer', () => {
  expect(momentAt(denver, { day: '2026-12-01', time: '18:00' })).toBe('2026-12-02T01:00:00.000Z');
  expect(momentAt(denver, { day: '2026-07-01', time: '18:00' })).toBe('2026-07-02T00:00:00.000Z');
  expect(wallTimeAt(denver, '2026-12-02T01:00:00.000Z')).toEqual({ day: '2026-12-01', time: '18:00:00' });
  expect(wallTimeAt('Asia/Kathmandu', '2026-12-02T00:00:00.000Z')).toEqual({ day: '2026-12-02', time: '05:45:00' });
});

test('an hour that comes twice is the first, and one that never comes lies after the jump', () => {
  expect(momentAt(denver, { day: '2026-11-01', time: '01:30' })).toBe('2026-11-01T07:30:00.000Z');
  expect(momentAt(denver, { day: '2026-03-08', time: '02:30' })).toBe('2026-03-08T09:30:00.000Z');
});

test('a session shifted over a change of clocks begins at the same hour', () => {
  expect(shiftedByDays(denver, '2026-10-28T00:00:00.000Z', 7)).toBe('2026-11-04T01:00:00.000Z');
  expect(shiftedByDays(denver, '2026-11-04T01:00:00.000Z', -7)).toBe('2026-10-28T00:00:00.000Z');
});
