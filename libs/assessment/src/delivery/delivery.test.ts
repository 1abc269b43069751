import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Accommodation, attemptClosesAt, countingRules, countingScore, type DeliveryRules, inForce, isReleased, mayBegin, onBreak, releasedAt, rulesProblems, shownOf, usualRules,
} from './index.js';

const usual = usualRules({ timeLimitSeconds: 3600, maxAttempts: 2, navigation: 'free', feedback: 'after-submit' });
const granted = (part: Partial<Accommodation>): Accommodation => ({ timeFactor: 1, extraAttempts: 0, breakSeconds: 0, opensAt: null, closesAt: null, ...part });
const begun = '2026-11-27T10:00:00.000Z';
const after = (seconds: number) => new Date(Date.parse(begun) + seconds * 1000);

const accommodation = fc.record({
  timeFactor: fc.double({ min: 1, max: 4, noNaN: true }), extraAttempts: fc.nat(5), breakSeconds: fc.nat(3600),
  opensAt: fc.constantFrom(null, '2026-11-20T09:00:00.000Z'), closesAt: fc.constantFrom(null, '2026-12-20T09:00:00.000Z'),
});

describe('what is in force for a learner', () => {
  test('is what the course says where nobody has said otherwise', () => {
    expect(inForce(usual, [])).toMatchObject({ timeLimitSeconds: 3600, maxAttempts: 2, graceSeconds: 10, counts: 'best', eachAnswer: false, release: { score: 'at-once', feedback: 'at-once', key: 'at-once' } });
    expect(usualRules({ timeLimitSeconds: null, maxAttempts: null, navigation: 'linear', feedback: 'never' }).release).toEqual({ score: 'at-once', feedback: 'never', key: 'never' });
  });
  test('never gives less for being granted more, and amounts of several accommodations hold in any order', () => {
    fc.assert(fc.property(fc.array(accommodation, { maxLength: 4 }), accommodation, (some, one) => {
      const [less, more, turned] = [inForce(usual, some), inForce(usual, [...some, one]), inForce(usual, [one, ...some.toReversed()])];
      for (const amount of ['timeLimitSeconds', 'maxAttempts', 'breakSeconds', 'timeFactor'] as const) {
        expect(more[amount]).toBeGreaterThanOrEqual(less[amount] ?? 0);
        expect(turned[amount]).toBe(more[amount]);
      }
      expect(inForce(usual, [...some, one, one])).toEqual(more);
    }));
  });
  test('the learner\'s own date goes before her group\'s, and a limit that does not exist stays away', () => {
    const dates = [granted({ closesAt: '2026-12-01T00:00:00.000Z' }), granted({ closesAt: '2026-11-28T00:00:00.000Z' }), granted({ timeFactor: 2, extraAttempts: 3 })];
    expect(inForce({ ...usual, timeLimitSeconds: null, maxAttempts: null }, dates)).toMatchObject({ closesAt: '2026-11-28T00:00:00.000Z', timeLimitSeconds: null, maxAttempts: null, timeFactor: 2 });
  });
});

describe('beginning', () => {
  const rules = { opensAt: begun, closesAt: after(7200).toISOString(), maxAttempts: 2, waitSeconds: 600 };
  test.each([
    ['before it opens', [], -1, { why: 'not-open', until: begun }], ['when it opens', [], 0, null], ['when it has closed', [], 7200, { why: 'closed', until: null }],
    ['while one must wait', [{ submittedAt: after(60).toISOString() }], 120, { why: 'wait', until: after(660).toISOString() }],
    ['when one has waited', [{ submittedAt: after(60).toISOString() }], 660, null],
    ['when waiting would take until it has closed', [{ submittedAt: after(7000).toISOString() }], 7010, { why: 'closed', until: null }],
    ['with no attempt left', [{ submittedAt: begun }, { submittedAt: begun }], 3600, { why: 'attempts-used-up', until: null }],
  ])('%s', (_when, earlier, seconds, expected) => expect(mayBegin(rules, earlier, after(seconds))).toEqual(expected));
});

describe('the time of an attempt', () => {
  const limits = { timeLimitSeconds: 3600, closesAt: null, breakSeconds: 600 };
  test('stands still during a break, for no longer than is granted', () => {
    const open = [{ from: after(100).toISOString(), to: null }];
    expect(attemptClosesAt(begun, open, limits, after(400))).toBe(after(3900).toISOString());
    expect(attemptClosesAt(begun, open, limits, after(4000))).toBe(after(4200).toISOString());
    expect([onBreak(open, 600, after(699)), onBreak(open, 600, after(700)), onBreak([], 600, after(1))]).toEqual([true, false, false]);
  });
  test('ends when the assessment closes, if that is sooner', () => {
    expect(attemptClosesAt(begun, [], { ...limits, closesAt: after(60).toISOString() }, after(0))).toBe(after(60).toISOString());
    expect(attemptClosesAt(begun, [], { ...limits, timeLimitSeconds: null }, after(0))).toBeNull();
  });
  test('is never shorter for breaks, and at most as much longer as is granted', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(3000), fc.nat(3000)), { maxLength: 5 }), fc.nat(3600), (spans, breakSeconds) => {
      const breaks = spans.map(([from, length]) => ({ from: after(from).toISOString(), to: after(from + length).toISOString() }));
      const closes = Date.parse(attemptClosesAt(begun, breaks, { ...limits, breakSeconds }, after(9999)) ?? '') - Date.parse(begun);
      expect(closes).toBeGreaterThanOrEqual(3600_000);
      expect(closes).toBeLessThanOrEqual((3600 + breakSeconds) * 1000);
    }));
  });
});

describe('what is released', () => {
  const conditions = { closesAt: after(3600).toISOString(), release: { score: 'at-once', feedback: 'after-closing', key: 'never' } } as const;
  test('comes by itself when the assessment has closed', () => {
    expect([0, 3600].map((seconds) => (['score', 'feedback', 'key'] as const).map((part) => isReleased(conditions, part, after(seconds))))).toEqual([[true, false, false], [true, true, false]]);
    expect([releasedAt(conditions, 'feedback', after(0)), releasedAt(conditions, 'feedback', after(3600)), releasedAt(conditions, 'key', after(0))]).toEqual([conditions.closesAt, null, null]);
  });
  test('holds nothing of the key until the key is released', () => {
    const score = { raw: 0, max: 1, scaled: 0, outcome: 'incorrect' as const, parts: [{ id: 'a', correct: false, raw: 0, max: 1 }] };
    const feedback = { html: ['<p>Read again.</p>'], byChoice: { a: '<p>No: b.</p>' }, lessons: [] };
    expect(shownOf(score, feedback, { score: true, feedback: true, key: false })).toEqual({ score: { ...score, parts: [] }, feedback: { ...feedback, byChoice: {} } });
    expect(shownOf(score, feedback, { score: true, feedback: false, key: false })).toEqual({ score: null, feedback: null });
    expect(shownOf(score, feedback, { score: true, feedback: true, key: true })).toEqual({ score, feedback });
  });
});

describe('which attempt counts', () => {
  const earned = [{ scaled: 0.5, passed: false }, { scaled: 0.9, passed: true }, { scaled: 0.7, passed: false }];
  test.each([['best', 0.9, true], ['last', 0.7, false], ['first', 0.5, false], ['mean', 0.7, false]] as const)('%s', (rule, scaled, passed) => expect(countingScore(earned, rule, 0.8)).toEqual({ scaled, passed }));
  test('is undecided while a person has still to score, unless it passes without her', () => {
    const waiting = [{ scaled: 0.2, passed: null }, { scaled: 0.4, passed: false }];
    expect(countingRules.map((rule) => countingScore(waiting, rule, 0.8)?.passed)).toEqual([null, false, null, null]);
    expect(countingScore([], 'best', 0.8)).toBeNull();
  });
  test('lies between the worst and the best, and with one attempt is that attempt', () => {
    const attempt = fc.record({ scaled: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100) }).map(({ scaled }) => ({ scaled, passed: scaled >= 0.6 }));
    fc.assert(fc.property(fc.array(attempt, { minLength: 1, maxLength: 6 }), fc.constantFrom(...countingRules), (attempts, rule) => {
      const counted = countingScore(attempts, rule, 0.6);
      const all = attempts.map(({ scaled }) => scaled);
      expect(counted?.scaled).toBeGreaterThanOrEqual(Math.min(...all) - 1e-9);
      expect(counted?.scaled).toBeLessThanOrEqual(Math.max(...all) + 1e-9);
      expect(counted?.passed).toBe((counted?.scaled ?? 0) >= 0.6);
      if (attempts.length === 1) expect(counted).toEqual(attempts[0]);
    }));
  });
});

describe('rules that can\'t be kept are refused with a reason', () => {
  test.each<[string, Partial<DeliveryRules>, string[]]>([
    ['closing before opening', { opensAt: after(60).toISOString(), closesAt: begun }, ['closesAt']],
    ['the key before the score', { closesAt: begun, release: { score: 'after-closing', feedback: 'after-closing', key: 'at-once' } }, ['release', 'key']],
    ['after a closing that never comes', { release: { score: 'at-once', feedback: 'after-closing', key: 'at-once' } }, ['release', 'feedback']],
    ['linear on one page', { navigation: 'linear', pages: 'all' }, ['pages']],
    ['each answer judged, nothing shown', { eachAnswer: true, release: { score: 'at-once', feedback: 'never', key: 'never' } }, ['eachAnswer']],
  ])('%s', (_what, part, path) => expect(rulesProblems({ ...usual, ...part }).map((problem) => problem.path)).toContainEqual(path));
  test('and the usual ones are fine', () => expect(rulesProblems(usual)).toEqual([]));
});
