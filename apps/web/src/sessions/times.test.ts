import { expect, test } from '@jest/globals';
import { dayParts, momentsOf, timesInWords, timesOf } from './times.js';

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

test('a day says its year where it is another than this one', () => {
  const at = (now: string) => dayParts('America/Denver', '2027-01-01T02:00:00.000Z', new Date(now));
  expect(at('2026-12-01T00:00:00Z')).toEqual({ weekday: 'Thu', day: '31', month: 'Dec' });
  expect(at('2027-01-02T00:00:00Z').month).toBe('Dec 2026');
});
