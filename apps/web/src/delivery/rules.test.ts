import { describe, expect, test } from '@jest/globals';
import { draftOf, inputOf, inWords, keptOf, type Setting } from './rules.js';

const setting = {
  courseId: 'c', assessment: 'final', title: 'Final', cohortId: null, revision: 0, source: 'course', opensAt: null, closesAt: '2026-12-01T09:30:00.000Z', timeLimitSeconds: 2700, graceSeconds: 10, maxAttempts: 2, waitSeconds: 86_400,
  counts: 'LAST', navigation: 'linear', pages: 'one', shuffle: null, eachAnswer: false, scoreRelease: 'AT_ONCE', feedbackRelease: 'AFTER_CLOSING', keyRelease: 'NEVER', recordFocus: true, passwordSet: true, networks: ['192.0.2.0/24'], savedAt: null, openAttempts: 0,
  changes: { totalCount: 0, nodes: [] },
} as Setting;

describe('delivery rules in a form', () => {
  test('come out as they went in', () => {
    const kept = keptOf(draftOf(setting), setting);
    expect(setting).toMatchObject(kept);
    expect(inputOf(kept)).toEqual({
      opensAt: null, closesAt: '2026-12-01T09:30:00.000Z', timeLimitSeconds: 2700, graceSeconds: 10, maxAttempts: 2, waitSeconds: 86_400, counts: 'last', navigation: 'linear', pages: 'one', shuffle: null, eachAnswer: false,
      release: { score: 'at-once', feedback: 'after-closing', key: 'never' }, recordFocus: true,
    });
  });
  test('are said as a learner will meet them', () => {
    expect(inWords(keptOf(draftOf(setting), setting)).join(' ')).toMatch(/^Learners can take it until .*, with 2 attempts of 45 min\. The last attempt counts\. They wait 24 h 00 min before the next\. One question at a time, without going back\. The score is shown at once, feedback after closing, and which answers were right never\. To begin they need a password and one of 1 network\. Leaving the page is recorded/);
  });
  test('what is no number is not taken for none', () => expect(keptOf({ ...draftOf(setting), minutes: 'an hour' }, setting).timeLimitSeconds).toBeNaN());
});
