import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { TrackingEvent } from './events.js';
import { progressOf } from './progress.js';
import { applyEvents, joinStates } from './reducer.js';
import { sampleOutline } from './sample-course.js';
import { eventsFor } from './sample-events.js';
import { emptyState } from './state.js';

const outline = sampleOutline({ units: 2, lessonsPerUnit: 2, checksPerLesson: 2, kinds: ['single-choice', 'matching'] });
const session = '0193553e-0000-7000-8000-00000000aaaa';
let count = 0;
type Data = TrackingEvent extends infer E ? (E extends TrackingEvent ? Omit<E, 'id' | 'at' | 'session'> : never) : never;
const at = (minute: number, data: Data): TrackingEvent => ({ ...data, id: `e${++count}`, at: new Date(Date.UTC(2026, 0, 1, 9, minute)).toISOString(), session }) as TrackingEvent;
const after = (...events: TrackingEvent[]) => progressOf(applyEvents(emptyState(), events), outline);
const started = (minute: number, attempt: string) => at(minute, { type: 'attempt-started', attempt, assessment: 'final', seed: attempt });
const submitted = (minute: number, attempt: string, scaled: number | null, passed: boolean | null) =>
  at(minute, { type: 'attempt-submitted', attempt, assessment: 'final', ...(scaled === null ? {} : { score: { raw: scaled * 25, max: 25, scaled, passed } }) });
const answered = (minute: number, item: string, value: unknown, attempt?: string) => at(minute, { type: 'item-answered', item, response: { value }, latencySeconds: 3, ...(attempt === undefined ? {} : { attempt }) });

describe('events that are late, doubled or split over batches', () => {
  test('give the same state in any order, with any doubled, in any batches', () => {
    const scenario = eventsFor(outline).chain((events) => fc.record({
      events: fc.constant(events), shuffled: fc.shuffledSubarray(events, { minLength: events.length }), again: fc.subarray(events), cuts: fc.array(fc.nat(80), { maxLength: 4 }),
    }));
    fc.assert(fc.property(scenario, ({ events, shuffled, again, cuts }) => {
      const once = applyEvents(emptyState(), events);
      const mixed = [...shuffled, ...again];
      let state = emptyState();
      let from = 0;
      for (const cut of [...cuts.toSorted((a, b) => a - b), mixed.length]) {
        state = JSON.parse(JSON.stringify(applyEvents(state, mixed.slice(from, Math.max(from, cut)))));
        from = Math.max(from, cut);
      }
      expect(state).toEqual(JSON.parse(JSON.stringify(once)));
      expect(progressOf(state, outline)).toEqual(progressOf(once, outline));
    }), { numRuns: 300 });
  });
  test('of two tabs are joined to what one tab would have had', () => {
    fc.assert(fc.property(eventsFor(outline), eventsFor(outline), (a, b) => {
      const apart = joinStates(applyEvents(emptyState(), a), applyEvents(emptyState(), b));
      expect(apart).toEqual(applyEvents(emptyState(), [...a, ...b]));
    }), { numRuns: 100 });
  });
  test('leave the state that they are added to as it was', () => {
    fc.assert(fc.property(eventsFor(outline), eventsFor(outline), (a, b) => {
      const state = applyEvents(emptyState(), a);
      const copy = structuredClone(state);
      applyEvents(state, b);
      expect(state).toEqual(copy);
    }), { numRuns: 50 });
  });
  test('of an answer scored by the server later keep the score', () => {
    const bare = answered(1, 'check-0-0-0', 'a');
    const scored = { ...bare, score: { raw: 1, max: 1, scaled: 1, outcome: 'correct' as const } } as TrackingEvent;
    expect(after(bare, scored).checks).toEqual(after(scored, bare).checks);
    expect(after(scored, bare).checks['check-0-0-0']).toEqual({ response: { value: 'a' }, scaled: 1, answers: 1 });
  });
  test('cost the same each, however much is known already', () => {
    const large = sampleOutline({ units: 30, lessonsPerUnit: 10, checksPerLesson: 4 });
    const items = large.units.flatMap((unit) => unit.lessons.flatMap((lesson) => lesson.checks));
    const many = items.map((item) => answered(1, item.id, 'a'));
    const known = applyEvents(emptyState(), many);
    const time = (state: typeof known) => {
      const batch = Array.from({ length: 20_000 }, (_, of) => answered(2 + (of % 50), items[of % 50]?.id ?? '', 'b'));
      const start = performance.now();
      applyEvents(state, batch);
      return performance.now() - start;
    };
    time(emptyState());
    const [empty, full] = [Math.min(time(emptyState()), time(emptyState())), Math.min(time(known), time(known))];
    expect(full).toBeLessThan(empty * 4 + 20);
  });
});

describe('progress', () => {
  test('is not started before the player was opened, then incomplete', () => {
    expect(after()).toMatchObject({ completion: 'not-started', success: 'unknown', score: null, fraction: 0, bookmark: null });
    expect(after(at(0, { type: 'launched', resumed: false }))).toMatchObject({ completion: 'incomplete', fraction: 0 });
  });
  test('returns to the lesson and place where the learner was', () => {
    expect(after(at(1, { type: 'position', lesson: 'lesson-0-1', position: 0.4 }), at(2, { type: 'lesson-opened', lesson: 'lesson-0-0' }), at(3, { type: 'lesson-opened', lesson: 'lesson-0-1' })).bookmark).toEqual({ lesson: 'lesson-0-1', position: 0.4 });
  });
  test('counts how often a check was answered, up to sixteen', () => {
    const answers = Array.from({ length: 20 }, (_, of) => answered(of, 'check-0-0-0', 'a'));
    expect(after(...answers.slice(0, 5), ...answers.slice(0, 5)).checks['check-0-0-0']?.answers).toBe(5);
    expect(after(...answers).checks['check-0-0-0']?.answers).toBe(16);
  });
  test('is complete when every lesson is seen, every check answered and the final submitted', () => {
    const lessons = outline.units.flatMap((unit) => unit.lessons);
    const all = [...lessons.map(({ id }) => at(1, { type: 'lesson-completed', lesson: id })), ...lessons.flatMap(({ checks }) => checks.map(({ id }) => answered(2, id, 'a'))), submitted(9, 'one', 0.5, false)];
    expect(after(...all)).toMatchObject({ completion: 'completed', success: 'failed', score: 0.5, fraction: 1 });
    for (const missing of all) expect(after(...all.filter((event) => event !== missing)).completion).toBe('incomplete');
  });
  test('asks for the minimum of time, session by session', () => {
    const timed = { ...outline, rules: { completion: { lessons: 'none' as const, checks: false, assessments: [], minimumSeconds: 600 }, success: { assessments: [] } } };
    const part = [at(1, { type: 'session-ended', seconds: 200 }), at(2, { type: 'session-ended', seconds: 300 })];
    const other = { ...at(3, { type: 'session-ended', seconds: 300 }), session: 'other' };
    expect(progressOf(applyEvents(emptyState(), part), timed)).toMatchObject({ completion: 'incomplete', seconds: 300, fraction: 0.5, success: 'unknown' });
    expect(progressOf(applyEvents(emptyState(), [...part, other]), timed)).toMatchObject({ completion: 'completed', seconds: 600 });
  });
  test('forgets a lesson that the course no longer has', () => {
    expect(after(at(1, { type: 'lesson-opened', lesson: 'constructor' }), at(2, { type: 'lesson-completed', lesson: 'gone' }))).toMatchObject({ bookmark: null, completion: 'incomplete', fraction: 0 });
  });
});

describe('attempts', () => {
  test('show an open one with its seed and latest answers, until it is submitted', () => {
    const events = [started(1, 'one'), answered(2, 'x', 'a', 'one'), answered(3, 'x', 'b', 'one'), answered(2, 'y', true, 'one')];
    expect(after(...events).assessments['final']).toEqual({
      completion: 'incomplete', success: 'unknown', attempts: 1, best: null,
      openAttempt: { id: 'one', seed: 'one', startedAt: '2026-01-01T09:01:00.000Z', responses: { x: { value: 'b' }, y: { value: true } } },
    });
    const done = after(...events, submitted(5, 'one', 0.8, true), answered(6, 'x', 'c', 'one'));
    expect(done.assessments['final']).toEqual({ completion: 'completed', success: 'passed', attempts: 1, best: 0.8, openAttempt: null });
    expect(done.checks).toEqual({});
  });
  test('count the first submission of an attempt, the best of all attempts, and a pass for ever', () => {
    const result = after(started(1, 'one'), submitted(2, 'one', 0.6, false), submitted(3, 'one', 1, true), started(4, 'two'), submitted(5, 'two', 0.84, true), started(6, 'three'), submitted(7, 'three', 0.2, false));
    expect(result).toMatchObject({ success: 'passed', score: 0.84, assessments: { final: { attempts: 3, best: 0.84 } } });
  });
  test('follow the newest scoring, for better and for worse, without a trace of activity', () => {
    const rescored = (minute: number, attempt: string, scaled: number, passed: boolean | null) => at(minute, { type: 'attempt-rescored', attempt, assessment: 'final', score: { raw: scaled * 25, max: 25, scaled, passed } });
    const waiting = [submitted(1, 'one', 0.5, null)];
    expect(after(...waiting, rescored(5, 'one', 0.9, true))).toMatchObject({ success: 'passed', score: 0.9, lastAt: '2026-01-01T09:01:00.000Z' });
    expect(after(rescored(9, 'one', 0.6, false), ...waiting, rescored(5, 'one', 0.9, true))).toMatchObject({ success: 'failed', score: 0.6, lastAt: '2026-01-01T09:01:00.000Z' });
    expect(after(rescored(5, 'one', 0.9, true))).toMatchObject({ completion: 'not-started', success: 'unknown', score: null });
  });
  test('stay undecided while a person has still to score', () => {
    expect(after(submitted(1, 'one', null, null))).toMatchObject({ success: 'unknown', score: null, assessments: { final: { completion: 'completed', best: null } } });
    expect(after(submitted(1, 'one', 0.4, false), submitted(2, 'two', 0, null)).success).toBe('unknown');
  });
  test('of several assessments that decide count as nothing what was not yet submitted', () => {
    const both = { ...outline, rules: { ...outline.rules, success: { assessments: ['final', 'quiz-0'] } } };
    const state = applyEvents(emptyState(), [submitted(1, 'one', 0.9, true)]);
    expect(progressOf(state, both)).toMatchObject({ score: 0.45, success: 'unknown' });
    const failed = applyEvents(state, [at(2, { type: 'attempt-submitted', attempt: 'q', assessment: 'quiz-0', score: { raw: 1, max: 2, scaled: 0.5, passed: false } })]);
    expect(progressOf(failed, both)).toMatchObject({ score: 0.7, success: 'failed' });
  });
});
