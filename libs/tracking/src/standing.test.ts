import { describe, expect, test } from '@jest/globals';
import { type StandingFacts, standingOf } from './standing.js';

const facts: StandingFacts = { completion: 'incomplete', success: 'unknown', fraction: 0.5, lastAt: '2026-03-10T08:00:00.000Z', enrolledAt: '2026-03-01T00:00:00.000Z', startsOn: '2026-03-01', dueOn: '2026-03-21', today: '2026-03-11' };
const standing = (change: Partial<StandingFacts> = {}) => standingOf({ ...facts, ...change });

describe('how a learner stands', () => {
  test('half done at half time is on track', () => expect(standing()).toEqual({ standing: 'ON_TRACK', reason: null }));
  test('a little behind an even pace is still on track, more is behind, with both figures', () => {
    expect(standing({ fraction: 0.36 }).standing).toBe('ON_TRACK');
    expect(standing({ fraction: 0.3 })).toEqual({ standing: 'BEHIND', reason: 'At 30 %, where an even pace would be at 50 %.' });
  });
  test('a day after the due day is behind, on the due day not', () => {
    expect(standing({ fraction: 0.95, lastAt: '2026-03-21T08:00:00.000Z', today: '2026-03-21' }).standing).toBe('ON_TRACK');
    expect(standing({ fraction: 0.95, lastAt: '2026-03-21T08:00:00.000Z', today: '2026-03-22' })).toEqual({ standing: 'BEHIND', reason: 'Was due 1 day ago.' });
  });
  test('somebody who began and was silent for a week is stuck', () => {
    expect(standing({ lastAt: '2026-03-04T08:00:00.000Z' })).toEqual({ standing: 'STUCK', reason: 'No activity for 7 days.' });
    expect(standing({ lastAt: '2026-03-05T08:00:00.000Z' }).standing).toBe('ON_TRACK');
  });
  test('somebody who has failed is stuck even when she has done everything', () => expect(standing({ completion: 'completed', success: 'failed', fraction: 1 }).standing).toBe('STUCK'));
  test('who has finished is done, however late', () => expect(standing({ completion: 'completed', success: 'passed', today: '2026-06-01' }).standing).toBe('COMPLETED'));
  test('who has not started is told apart from who should have', () => {
    const nobody = { lastAt: null, fraction: 0 };
    expect(standing({ ...nobody, today: '2026-03-02' }).standing).toBe('NOT_STARTED');
    expect(standing(nobody)).toEqual({ standing: 'BEHIND', reason: 'Has not started, and the cohort has.' });
    expect(standing({ ...nobody, dueOn: null, today: '2026-09-01' }).standing).toBe('NOT_STARTED');
  });
  test('who was enrolled late is measured from her own first day', () => expect(standing({ fraction: 0.1, enrolledAt: '2026-03-10T00:00:00.000Z' }).standing).toBe('ON_TRACK'));
});
