import { describe, expect, test } from '@jest/globals';
import type { Kind } from '@preceptor/assessment';
import fc from 'fast-check';
import { applyEvents } from '../reducer.js';
import { progressOf, type Progress } from '../progress.js';
import { sampleOutline } from '../sample-course.js';
import { emptyState, type TrackingState } from '../state.js';
import { uuidv7 } from '../uuidv7.js';
import { decodeState, encodeState } from './suspend.js';
import { eventsFor } from '../sample-events.js';
import { busyLearner } from '../sample-learner.js';

/** What a resumed learner must find again: all but the times of lessons, and positions to what a screen shows. */
function resumable(progress: Progress): unknown {
  return {
    ...progress, score: progress.score === null ? null : expect.closeTo(progress.score, 9), seconds: Math.round(progress.seconds), firstAt: progress.firstAt?.slice(0, 19), lastAt: progress.lastAt?.slice(0, 19),
    bookmark: progress.bookmark && { lesson: progress.bookmark.lesson, position: expect.closeTo(progress.bookmark.position, 1) },
    lessons: Object.fromEntries(Object.entries(progress.lessons).map(([id, { completion }]) => [id, { completion }])),
    assessments: Object.fromEntries(Object.entries(progress.assessments).map(([id, one]) => [id, { ...one, best: one.best === null ? null : expect.closeTo(one.best, 9), openAttempt: one.openAttempt && { ...one.openAttempt, startedAt: one.openAttempt.startedAt.slice(0, 19) } }])),
  };
}
const actual = (progress: Progress): unknown => {
  const shown = resumable(progress);
  return { ...(shown as object), score: progress.score, bookmark: progress.bookmark, assessments: Object.fromEntries(Object.entries(progress.assessments).map(([id, one]) => [id, { ...one, openAttempt: one.openAttempt && { ...one.openAttempt, startedAt: one.openAttempt.startedAt.slice(0, 19) } }])) };
};
const allKinds: Kind[] = ['single-choice', 'multiple-response', 'true-false', 'matching', 'ordering', 'categorising', 'fill-in', 'numeric', 'cloze', 'extended-matching', 'hotspot', 'long-text'];
/** What authors' items are like: mostly one of four or five. */
const usualKinds: Kind[] = ['single-choice', 'single-choice', 'single-choice', 'true-false', 'single-choice', 'single-choice', 'multiple-response', 'single-choice', 'single-choice', 'single-choice', 'matching', 'single-choice', 'single-choice', 'true-false', 'single-choice', 'single-choice', 'multiple-response', 'single-choice', 'ordering', 'single-choice', 'numeric', 'single-choice', 'single-choice', 'fill-in', 'single-choice'];

describe('a learner who resumes from suspend data', () => {
  test('finds everything again, whatever she did', () => {
    const outline = sampleOutline({ units: 3, lessonsPerUnit: 3, checksPerLesson: 3, kinds: allKinds });
    fc.assert(fc.property(eventsFor(outline), (events) => {
      const state = applyEvents(emptyState(), events);
      const { text, dropped } = encodeState(state, outline, { limit: 64_000 });
      expect(dropped).toEqual([]);
      expect(text).toMatch(/^[0-9A-Za-z!#$()*,\-./:;=?@[\]^_{|}~]*$/);
      const resumed = decodeState(text, outline);
      expect(resumed).toMatchObject({ problem: null, forgotten: 0 });
      expect(actual(progressOf(resumed.state, outline))).toEqual(resumable(progressOf(state, outline)));
      // What was resumed can be kept again without losing more.
      expect(decodeState(encodeState(resumed.state, outline, { limit: 64_000 }).text, outline).state).toEqual(resumed.state);
    }), { numRuns: 150 });
  });

  test('goes on with what she reports after', () => {
    const outline = sampleOutline();
    fc.assert(fc.property(eventsFor(outline), fc.nat(), (events, cut) => {
      const sorted = events.toSorted((a, b) => (a.at < b.at ? -1 : 1));
      const at = sorted.length === 0 ? 0 : cut % sorted.length;
      const first = applyEvents(emptyState(), sorted.slice(0, at));
      // A session that goes on over the cut is one in the one case and two in the other; times are compared elsewhere.
      // An answer that came before the beginning of its attempt is not kept: the player reports them in order.
      const unbegun = Object.entries(first.attempts).filter(([, attempt]) => attempt.started === null).map(([id]) => id);
      const later = sorted.slice(at).filter((event) => event.type !== 'session-ended' && event.at > (first.lastAt ?? '') && !('attempt' in event && unbegun.includes(event.attempt ?? '')));
      const resumed = decodeState(encodeState(first, outline, { limit: 64_000 }).text, outline).state;
      expect(actual(progressOf(applyEvents(resumed, later), outline))).toEqual(resumable(progressOf(applyEvents(first, later), outline)));
    }), { numRuns: 100 });
  });
});

/** SCORM 2004 2nd Edition RTE: the smallest of all editions. */
const SECOND_EDITION = 4000;

describe('the largest course', () => {
  const styles: [string, ((what: string, unit: number, lesson: number, check: number) => string) | undefined][] = [
    ['numbered ids', undefined],
    ['ids of words', (what, unit, lesson, check) => `${['scope', 'readiness', 'collaboration', 'prescriber', 'consent'][(unit + lesson) % 5]}-${['vignette', 'decision', 'contrast', 'claim'][(check + 4) % 4]}-${what}-${unit}-${lesson}-${check + 1}`],
  ];
  test.each(styles)('of 300 lessons and 1,000 answered items fits into SCORM 1.2 and into SCORM 2004 2nd Edition (%s)', (style, id) => {
    const outline = sampleOutline({ units: 25, lessonsPerUnit: 12, checksPerLesson: 4, kinds: usualKinds, ...(id === undefined ? {} : { id }) });
    const items = outline.units.flatMap((unit) => unit.lessons.flatMap((lesson) => lesson.checks)).slice(0, 1000);
    for (const unit of outline.units) for (const lesson of unit.lessons) lesson.checks = lesson.checks.filter((item) => items.includes(item));
    for (const [at, item] of items.entries()) item.revision = (Math.imul(at + 1, 0x9e3779b1) >>> 1).toString(36).padStart(6, '0');
    for (const unit of outline.units) if (unit.assessment !== null) unit.assessment.revision = 'bbbbbb';
    const state = busyLearner(outline, { attempts: 30, openResponses: 40, reflectionText: 'What I would need first is a prescriber whom I trust. '.repeat(20) });
    const before = progressOf(state, outline);
    expect([Object.keys(before.lessons).length, Object.keys(before.checks).length, Object.keys(before.assessments['final']?.openAttempt?.responses ?? {}).length]).toEqual([300, 1000, 40]);
    const start = performance.now();
    const { text, dropped } = encodeState(state, outline, { limit: SECOND_EDITION });
    const spent = performance.now() - start;
    process.stdout.write(`300 lessons, 1,000 answers, 30 attempts, an open one with 40 answers, 25 reflections (${style}): ${text.length} of ${SECOND_EDITION} characters in ${spent.toFixed(0)} ms; dropped: ${dropped.join(', ') || 'nothing'}\n`);
    expect(text.length).toBeLessThanOrEqual(SECOND_EDITION);
    expect(encodeState(state, outline)).toEqual({ text, dropped });
    // The texts of 25 reflections leave their marks; nothing else is missing.
    expect(dropped).toEqual(['long-reflection-texts']);
    const marked = { ...before, reflections: {}, reflectionsElsewhere: Object.keys(before.reflections) };
    expect(marked.reflectionsElsewhere).toHaveLength(25);
    expect(actual(progressOf(decodeState(text, outline).state, outline))).toEqual(resumable(marked));
  });
});

describe('when not everything fits', () => {
  const outline = sampleOutline({ units: 4, lessonsPerUnit: 5, checksPerLesson: 5, kinds: usualKinds });
  const state = busyLearner(outline, { attempts: 12, openResponses: 40, reflectionText: 'I would first ask whether my licence allows it. '.repeat(40) });
  test('long texts go first and leave a mark', () => {
    const { text, dropped } = encodeState(state, outline);
    expect(dropped).toEqual(['long-reflection-texts']);
    const resumed = progressOf(decodeState(text, outline).state, outline);
    expect(resumed.reflections).toEqual({});
    expect(resumed.reflectionsElsewhere).toEqual(['reflection-0', 'reflection-1', 'reflection-2', 'reflection-3']);
    expect(resumed.checks).toEqual(progressOf(state, outline).checks);
  });
  test.each([3000, 1200, 900, 600, 400, 300, 200, 100, 60, 10, 0])('at %d characters what is left is still read without a problem, and completion is the last to go', (limit) => {
    const { text, dropped } = encodeState(state, outline, { limit });
    expect(text.length).toBeLessThanOrEqual(limit);
    const resumed = decodeState(text, outline);
    expect(resumed.problem).toBeNull();
    if (!dropped.includes('checks')) expect(progressOf(resumed.state, outline).completion).toBe(progressOf(state, outline).completion);
    if (!dropped.includes('older-attempts') && !dropped.includes('everything')) expect(progressOf(resumed.state, outline).assessments['final']?.attempts).toBe(progressOf(state, outline).assessments['final']?.attempts);
    if (!dropped.includes('everything')) expect(progressOf(resumed.state, outline)).toMatchObject({ score: progressOf(state, outline).score, success: progressOf(state, outline).success });
  });
});

describe('a state written by an older version of the course', () => {
  test('still resumes after lessons and items were added, removed and moved', () => {
    const old = sampleOutline({ units: 5, lessonsPerUnit: 6, checksPerLesson: 3, kinds: usualKinds });
    const state = busyLearner(old, { attempts: 6, openResponses: 10, reflectionText: 'Mine.' });
    const before = progressOf(state, old);
    const renewed = structuredClone(old);
    const [first, second, third] = renewed.units;
    if (first === undefined || second === undefined || third === undefined) throw new Error('the sample has five units');
    first.lessons.reverse();
    const moved = first.lessons.splice(0, 2);
    second.lessons.push(...moved);
    const removed = third.lessons.splice(0, 1).flatMap((lesson) => [lesson.id, ...lesson.checks.map(({ id }) => id)]);
    second.lessons.splice(1, 0, { id: 'brand-new', title: 'New', minutes: 2, reflections: [], checks: [{ id: 'new-check', kind: 'single-choice', choices: 4 }] });
    const resumed = decodeState(encodeState(state, old).text, renewed);
    expect(resumed).toMatchObject({ problem: null });
    expect(resumed.forgotten).toBeGreaterThanOrEqual(removed.length);
    const after = progressOf(resumed.state, renewed);
    expect(after.lessons['brand-new']).toMatchObject({ completion: 'not-started' });
    expect(after.checks['new-check']).toBeUndefined();
    expect(after.checks).toEqual(Object.fromEntries(Object.entries(before.checks).filter(([id]) => !removed.includes(id))));
    for (const [id, lesson] of Object.entries(before.lessons)) if (!removed.includes(id)) expect(after.lessons[id]?.completion).toBe(lesson.completion);
    expect(after.assessments['final']?.openAttempt).toMatchObject({ seed: before.assessments['final']?.openAttempt?.seed, responses: before.assessments['final']?.openAttempt?.responses });
  });
});

describe('suspend data that an LMS has spoilt', () => {
  const outline = sampleOutline({ units: 4, lessonsPerUnit: 5, checksPerLesson: 3, kinds: usualKinds });
  const state = busyLearner(outline, { attempts: 5, openResponses: 10, reflectionText: 'Mine.' });
  const { text } = encodeState(state, outline);
  const before = progressOf(state, outline);
  const agrees = (resumed: TrackingState): void => {
    const after = progressOf(resumed, outline);
    for (const [id, check] of Object.entries(after.checks)) expect(check).toEqual(before.checks[id]);
    for (const [id, lesson] of Object.entries(after.lessons)) if (lesson.completion === 'completed') expect(before.lessons[id]?.completion).toBe('completed');
    for (const one of Object.values(after.assessments)) expect(one.best === null || Object.values(before.assessments).some(({ best }) => best === one.best)).toBe(true);
  };
  test('cut anywhere gives what stands before the cut, says so and invents nothing', () => {
    let lessons = 0;
    for (let length = 1; length < text.length; length++) {
      const resumed = decodeState(text.slice(0, length), outline);
      expect(resumed.problem).not.toBeNull();
      agrees(resumed.state);
      lessons = Math.max(lessons, Object.keys(resumed.state.lessons).length);
    }
    expect(lessons).toBe(20);
  });
  test('with any one character changed says so and invents nothing', () => {
    for (let at = 2; at < text.length; at++) {
      const mangled = text.slice(0, at) + (text[at] === 'x' ? 'y' : 'x') + text.slice(at + 1);
      const resumed = decodeState(mangled, outline);
      expect(resumed.problem).toBe('damaged');
      agrees(resumed.state);
    }
  });
  test('whatever it is, is no reason to fail', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string().map((tail) => `P2${tail}`), fc.string().map((tail) => text.slice(0, 50) + tail)), (garbage) => {
      expect(decodeState(garbage, outline).problem === null).toBe(garbage.trim() === '');
    }), { numRuns: 500 });
    expect(decodeState('{"some":"other course"}', outline)).toEqual({ state: emptyState(), problem: 'unknown-format', forgotten: 0 });
    expect(decodeState('P3s00', outline).problem).toBe('unknown-format');
    expect(decodeState(` ${text}\n`, outline).problem).toBeNull();
  });
});

test('an attempt that suspend data remembers as submitted stays submitted when its events come again', () => {
  const outline = sampleOutline();
  const attempt = uuidv7();
  const fields = { session: uuidv7(), at: '2026-11-24T09:00:00.000Z' };
  const events = [
    { ...fields, id: uuidv7(), type: 'attempt-started' as const, attempt, assessment: 'final', seed: attempt },
    { ...fields, id: uuidv7(), at: '2026-11-24T09:30:00.000Z', type: 'attempt-submitted' as const, attempt, assessment: 'final', score: { raw: 23, max: 25, scaled: 0.92, passed: true } },
  ];
  const state = applyEvents(emptyState(), events);
  const resumed = decodeState(encodeState(state, outline).text, outline).state;
  expect(progressOf(applyEvents(resumed, events), outline).assessments).toEqual(progressOf(state, outline).assessments);
});
