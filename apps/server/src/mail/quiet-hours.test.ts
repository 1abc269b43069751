import { describe, expect, test } from '@jest/globals';
import { afterQuiet } from './quiet-hours.js';

const night = { from: '20:00', to: '08:00' };
const after = (at: string, zone: string, hours = night) => afterQuiet(new Date(at), zone, hours).toISOString();

describe('quiet hours', () => {
  test('end in the learner\'s morning, not in the server\'s', () => {
    expect(after('2026-11-28T03:30:00.000Z', 'America/Denver')).toBe('2026-11-28T15:00:00.000Z');
    expect(after('2026-11-28T12:00:00.000Z', 'America/Denver')).toBe('2026-11-28T15:00:00.000Z');
    expect(after('2026-11-28T12:00:00.000Z', 'Europe/Paris')).toBe('2026-11-28T12:00:00.000Z');
    expect(after('2026-11-28T15:00:00.000Z', 'Asia/Kathmandu')).toBe('2026-11-29T02:15:00.000Z');
  });
  test('hold the minute they begin and not the minute they end', () => {
    expect(after('2026-11-28T20:00:00.000Z', 'UTC')).toBe('2026-11-29T08:00:00.000Z');
    expect(after('2026-11-28T19:59:59.999Z', 'UTC')).toBe('2026-11-28T19:59:59.999Z');
    expect(after('2026-11-28T08:00:00.000Z', 'UTC')).toBe('2026-11-28T08:00:00.000Z');
    expect(after('2026-11-28T12:30:00.000Z', 'UTC', { from: '12:00', to: '13:00' })).toBe('2026-11-28T13:00:00.000Z');
    expect(after('2026-11-28T03:00:00.000Z', 'UTC', { from: '00:00', to: '00:00' })).toBe('2026-11-28T03:00:00.000Z');
  });
  test('are an hour shorter when the clock goes forward at night, and longer when it goes back', () => {
    expect(after('2026-03-28T21:00:00.000Z', 'Europe/Paris')).toBe('2026-03-29T06:00:00.000Z');
    expect(after('2026-10-24T20:00:00.000Z', 'Europe/Paris')).toBe('2026-10-25T07:00:00.000Z');
  });
  test('end at a time that the clock leaves out, or shows twice', () => {
    // On 8 March 2026 in New York 01:59 is followed by 03:00; on 1 November 01:30 comes twice.
    expect(after('2026-03-08T05:00:00.000Z', 'America/New_York', { from: '22:00', to: '02:30' })).toBe('2026-03-08T07:30:00.000Z');
    expect(after('2026-11-01T04:00:00.000Z', 'America/New_York', { from: '22:00', to: '01:30' })).toBe('2026-11-01T05:30:00.000Z');
  });
});
