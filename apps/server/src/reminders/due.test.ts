import { describe, expect, test } from '@jest/globals';
import type { StandingFacts } from '@preceptor/tracking';
import { deadlineIsNear, isBehind, startIsNear } from './due.js';

const facts = (more: Partial<StandingFacts>): StandingFacts => ({
  completion: 'incomplete', success: 'unknown', fraction: 0.2, lastAt: '2026-12-09T10:00:00.000Z', enrolledAt: '2026-11-20T10:00:00.000Z', startsOn: '2026-12-01', dueOn: '2026-12-31', today: '2026-12-10', ...more,
});

describe('a reminder is due', () => {
  test('before the start on the days that were asked for, not on the day itself', () => {
    expect(['2026-11-27', '2026-11-28', '2026-11-30', '2026-12-01'].map((today) => startIsNear(facts({ today }), 3))).toEqual([false, true, true, false]);
    expect(startIsNear(facts({ startsOn: null }), 3)).toBe(false);
  });
  test('before the deadline and on it, for whoever is not done', () => {
    expect(['2026-12-27', '2026-12-28', '2026-12-31', '2027-01-01'].map((today) => deadlineIsNear(facts({ today }), 3))).toEqual([false, true, true, false]);
    expect(deadlineIsNear(facts({ today: '2026-12-30', completion: 'completed' }), 3)).toBe(false);
  });
  test('for whoever is behind, once in so many days, and never for whoever failed or has not begun to be late', () => {
    const late = facts({ today: '2026-12-20', lastAt: '2026-12-19T10:00:00.000Z' });
    expect(isBehind(late, 7, null)).toBe(true);
    expect(isBehind(late, 7, '2026-12-14T08:00:00.000Z')).toBe(false);
    expect(isBehind(late, 7, '2026-12-13T08:00:00.000Z')).toBe(true);
    expect(isBehind({ ...late, success: 'failed' }, 7, null)).toBe(false);
    expect(isBehind({ ...late, fraction: 0.7 }, 7, null)).toBe(false);
    expect(isBehind({ ...late, completion: 'completed', success: 'passed' }, 7, null)).toBe(false);
    expect(isBehind(facts({ today: '2026-11-30', lastAt: null, fraction: 0 }), 7, null)).toBe(false);
  });
});
