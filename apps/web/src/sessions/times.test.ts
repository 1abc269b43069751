import { expect, test } from '@jest/globals';
import { momentsOf, timesInWords, timesOf } from './times.js';

const times = { day: '2026-12-01', from: '18:00', to: '19:30', timeZone: 'America/Denver' };

test('a time on the wall is the right moment, and comes back as it was typed', () => {
  expect(momentsOf(times)).toEqual({ startsAt: '2026-12-02T01:00:00.000Z', endsAt: '2026-12-02T02:30:00.000Z' });
  expect(timesOf({ ...momentsOf(times), timeZone: times.timeZone })).toEqual(times);
  expect(momentsOf({ ...times, from: '23:00', to: '00:30' }).endsAt).toBe('2026-12-02T07:30:00.000Z');
});

test('somebody elsewhere is told her own time too', () => {
  const session = { ...momentsOf(times), timeZone: times.timeZone };
  expect(timesInWords(session, 'America/Denver')).toBe('18:00 to 19:30 Denver time');
  expect(timesInWords(session, 'Europe/Berlin')).toBe('18:00 to 19:30 Denver time (2026-12-02, 02:00 to 03:30 for you)');
});
