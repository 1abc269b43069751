import { expect, test } from '@jest/globals';
import { type RiskFacts, risksOf } from './risk.js';

const fine: RiskFacts = { standing: 'ON_TRACK', reason: null, begun: true, daysSinceStart: 20, daysSilent: 1, failedAttempts: 0, missedSessions: 0 };
const says = (change: Partial<RiskFacts>) => risksOf({ ...fine, ...change }).map((risk) => risk.says);

test('who is on track shows no signal, nor who has completed, whatever came before', () => {
  expect(says({})).toEqual([]);
  expect(says({ standing: 'COMPLETED', failedAttempts: 3, missedSessions: 2, daysSilent: 40 })).toEqual([]);
});

test('each signal is said from its day on, and not a day before', () => {
  expect(says({ begun: false, daysSilent: null, daysSinceStart: 2, standing: 'NOT_STARTED' })).toEqual([]);
  expect(says({ begun: false, daysSilent: null, daysSinceStart: 3, standing: 'NOT_STARTED' })).toEqual(['Not started, 3 days after the start.']);
  expect(says({ begun: false, daysSilent: null, daysSinceStart: 2, standing: 'BEHIND', reason: 'Has not started, and the cohort has.' })).toEqual(['Has not started, and the cohort has.']);
  expect(says({ begun: false, daysSilent: null, daysSinceStart: 3, standing: 'BEHIND', reason: 'Has not started, and the cohort has.' })).toEqual(['Not started, 3 days after the start.']);
  expect(says({ daysSilent: 6 })).toEqual([]);
  expect(says({ daysSilent: 7 })).toEqual(['No activity for 7 days.']);
});

test('several are said together, the gravest first', () => {
  expect(says({ standing: 'BEHIND', reason: 'At 10 %, where an even pace would be at 50 %.', failedAttempts: 2, daysSilent: 8, missedSessions: 1 })).toEqual([
    '2 attempts not passed.', 'No activity for 8 days.', 'At 10 %, where an even pace would be at 50 %.', 'Missed 1 session.',
  ]);
});
