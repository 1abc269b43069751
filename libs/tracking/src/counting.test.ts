import { describe, expect, test } from '@jest/globals';
import type { CountingRule } from '@preceptor/assessment';
import type { TrackingEvent } from './events.js';
import { progressOf } from './progress.js';
import { applyEvents } from './reducer.js';
import { sampleOutline } from './sample-course.js';
import { emptyState } from './state.js';
import { withoutScores } from './withhold.js';

const outline = sampleOutline();
const submitted = (number: number, scaled: number, counts?: CountingRule): TrackingEvent => ({
  type: 'attempt-submitted', id: `0193553e-0000-7000-8000-00000000000${number}`, at: `2026-11-2${number}T10:00:00.000Z`, session: 'a', attempt: `attempt-${number}`, assessment: 'final',
  score: { raw: scaled, max: 1, scaled, passed: scaled >= 0.8 }, ...(counts === undefined ? {} : { counts }),
});
const final = (...events: TrackingEvent[]) => progressOf(applyEvents(emptyState(), events), outline);

describe('of several attempts counts', () => {
  const three = (counts?: CountingRule) => [submitted(1, 0.9, counts), submitted(2, 0.4, counts), submitted(3, 0.5, counts)];
  test.each([[undefined, 0.9, 'passed'], ['best', 0.9, 'passed'], ['last', 0.5, 'failed'], ['first', 0.9, 'passed'], ['mean', 0.6, 'failed']] as const)('%s: %d, %s', (rule, score, success) => {
    expect(final(...three(rule))).toMatchObject({ score, success, assessments: { final: { best: score, success, completion: 'completed' } } });
    expect(final(...three(rule).toReversed())).toEqual(final(...three(rule)));
  });
  test('the rule of the newest attempt decides', () => {
    expect(final(submitted(1, 0.9, 'best'), submitted(2, 0.4, 'last'))).toMatchObject({ score: 0.4, success: 'failed' });
  });
});

describe('while a score is not released', () => {
  test('its learner knows that she submitted, and neither score nor success', () => {
    const state = applyEvents(emptyState(), [submitted(1, 0.9)]);
    expect(progressOf(withoutScores(state, ['attempt-1']), outline)).toMatchObject({ score: null, success: 'unknown', assessments: { final: { completion: 'completed', best: null, success: 'unknown' } } });
    expect(progressOf(state, outline)).toMatchObject({ success: 'passed' });
  });
  test('nothing is said of what last, first or mean amount to', () => {
    const state = applyEvents(emptyState(), [submitted(1, 0.9, 'mean'), submitted(2, 0.4, 'mean')]);
    expect(progressOf(withoutScores(state, ['attempt-2']), outline).assessments['final']).toMatchObject({ best: null, success: 'unknown' });
  });
});
