import { describe, expect, test } from '@jest/globals';
import { ago, lasting, percent } from './words.js';

const now = Date.UTC(2026, 10, 24, 12);
const hours = (count: number): string => ago(new Date(now - count * 3_600_000).toISOString(), now);

describe('how long ago something was', () => {
  test.each([
    [0.001, 'just now'], [0.5, '30 minutes ago'], [23.9, '23 hours ago'], [24, 'yesterday'], [47, 'yesterday'], [9 * 24, '9 days ago'], [15 * 24, '2 weeks ago'], [45 * 24, '6 weeks ago'], [70 * 24, '2 months ago'],
  ])('%s hours are told as "%s"', (count, words) => {
    expect(hours(count)).toBe(words);
  });
});

test('what nearly passed never looks like a pass', () => {
  expect(percent(0.796)).toBe('79\u00a0%');
  expect(percent(0.8)).toBe('80\u00a0%');
});

test('a moment in a course is a minute, and two hours are hours', () => {
  expect([lasting(0), lasting(5), lasting(7500)]).toEqual(['0 min', '1 min', '2 h 05 min']);
});
