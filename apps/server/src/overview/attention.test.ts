import { expect, test } from '@jest/globals';
import type { Risk } from '@preceptor/tracking';
import { LearnerStatus, type LearnerRow } from '../reporting/reporting.types.js';
import { type Attention, attentionGroups, attentionOf } from './attention.js';

const silent: Risk = { signal: 'silent', says: 'No activity for 9 days.' };
const failed: Risk = { signal: 'failed', says: '2 attempts not passed.' };

test('each learner stands in one list alone, with what says so, nothing twice', () => {
  const row = (status: LearnerStatus, reason: string | null = null, success = 'unknown') => ({ status, reason, success });
  expect(attentionOf(row(LearnerStatus.ON_TRACK), [])).toBeNull();
  expect(attentionOf(row(LearnerStatus.ON_TRACK), [failed])).toEqual({ kind: 'AT_RISK', signals: ['2 attempts not passed.'] });
  expect(attentionOf(row(LearnerStatus.STUCK, 'No activity for 9 days.'), [silent])).toEqual({ kind: 'STUCK', signals: ['No activity for 9 days.'] });
  expect(attentionOf(row(LearnerStatus.BEHIND, 'Was due 2 days ago.'), [])).toEqual({ kind: 'LATE', signals: ['Was due 2 days ago.'] });
  expect(attentionOf(row(LearnerStatus.STUCK, 'Has not passed the assessment that decides.', 'failed'), [failed, silent])).toEqual({ kind: 'WAITING', signals: ['Has not passed the assessment that decides.', '2 attempts not passed.', 'No activity for 9 days.'] });
});

test('those with the most signals are named first, and all are counted', () => {
  const one = (name: string, signals: string[]): Attention => ({ kind: 'LATE', signals, learner: { name } as LearnerRow });
  const groups = attentionGroups([one('Bo', ['a']), one('Ana', ['a']), one('Cy', ['a', 'b'])], 2);
  expect(groups.map(({ kind, count, learners }) => [kind, count, learners.map(({ learner }) => learner.name)])).toEqual([['WAITING', 0, []], ['STUCK', 0, []], ['LATE', 3, ['Cy', 'Ana']], ['AT_RISK', 0, []]]);
});
