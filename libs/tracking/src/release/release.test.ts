import { describe, expect, test } from '@jest/globals';
import { applyEvents } from '../reducer.js';
import { sampleOutline } from '../sample-course.js';
import { emptyState } from '../state.js';
import type { TrackingEvent } from '../events.js';
import { dayIn, daysAfter, isWeekend } from './calendar.js';
import { assessmentWaits, eventWaits, lessonWaits, openingsOf, type ReleaseSchedule } from './release.js';

const outline = sampleOutline({ units: 3, lessonsPerUnit: 2, checksPerLesson: 1 });
const at = (text: string) => new Date(text);
let count = 0;
const event = (rest: object): TrackingEvent => ({ id: `e${++count}`, at: '2026-03-01T10:00:00.000Z', session: 's', ...rest }) as TrackingEvent;
const schedule = (rule: ReleaseSchedule['rule'], startsOn: string | null = '2026-03-02', timeZone = 'America/Denver'): ReleaseSchedule => ({ rule, startsOn, timeZone });

describe('a calendar day', () => {
  test('begins at midnight of the cohort, in summer and in winter time', () => {
    // Denver leaves winter time on 8 March 2026: UTC-7 before, UTC-6 after.
    expect(dayIn('America/Denver', at('2026-03-08T06:59:59Z'))).toBe('2026-03-07');
    expect(dayIn('America/Denver', at('2026-03-08T07:00:00Z'))).toBe('2026-03-08');
    expect(dayIn('America/Denver', at('2026-03-09T05:59:59Z'))).toBe('2026-03-08');
    expect(dayIn('America/Denver', at('2026-03-09T06:00:00Z'))).toBe('2026-03-09');
    expect(dayIn('Pacific/Auckland', at('2026-03-08T11:00:00Z'))).toBe('2026-03-09');
  });

  test('a week later is the same weekday, over the change of clocks and of the year', () => {
    expect([daysAfter('2026-03-02', 7), daysAfter('2026-12-28', 7), daysAfter('2028-02-26', 7)]).toEqual(['2026-03-09', '2027-01-04', '2028-03-04']);
    expect(['2026-03-06', '2026-03-07', '2026-03-08', '2026-03-09'].map(isWeekend)).toEqual([false, true, true, false]);
  });
});

describe('a unit opens', () => {
  const open = (rule: ReleaseSchedule['rule'], now: string, state = emptyState()) => openingsOf(outline, state, schedule(rule), at(now)).map((unit) => unit.open);

  test('at once', () => {
    expect(open({ kind: 'all' }, '2020-01-01T00:00:00Z')).toEqual([true, true, true]);
  });

  test('each week from the first day on, at midnight of the cohort', () => {
    expect(open({ kind: 'weekly' }, '2026-03-02T06:59:59Z')).toEqual([false, false, false]);
    expect(open({ kind: 'weekly' }, '2026-03-02T07:00:00Z')).toEqual([true, false, false]);
    expect(open({ kind: 'weekly' }, '2026-03-09T05:59:59Z')).toEqual([true, false, false]);
    expect(open({ kind: 'weekly' }, '2026-03-09T06:00:00Z')).toEqual([true, true, false]);
    expect(openingsOf(outline, emptyState(), schedule({ kind: 'weekly' }), at('2026-03-02T07:00:00Z'))[2]).toEqual({ unit: 'unit-2', open: false, opensOn: '2026-03-16', after: null });
  });

  test('at once where there is no first day to count from', () => {
    expect(openingsOf(outline, emptyState(), schedule({ kind: 'weekly' }, null), at('2026-01-01T00:00:00Z')).every((unit) => unit.open)).toBe(true);
  });

  test('on its own day, or at once without one; a day for a unit that is gone does nothing', () => {
    expect(open({ kind: 'dates', opensOn: { 'unit-1': '2026-03-20', gone: '2026-01-01' } }, '2026-03-19T12:00:00Z')).toEqual([true, false, true]);
  });

  test('once the one before is completed: its lessons and its assessment', () => {
    const lessons = [0, 1].map((lesson) => event({ type: 'lesson-completed', lesson: `lesson-0-${lesson}` }));
    const submitted = event({ type: 'attempt-submitted', attempt: 'a', assessment: 'quiz-0', score: { raw: 1, max: 1, scaled: 1, passed: true } });
    expect(open({ kind: 'after-previous' }, '2026-03-02T07:00:00Z')).toEqual([true, false, false]);
    expect(open({ kind: 'after-previous' }, '2026-03-02T07:00:00Z', applyEvents(emptyState(), lessons))).toEqual([true, false, false]);
    expect(open({ kind: 'after-previous' }, '2026-03-02T07:00:00Z', applyEvents(emptyState(), [...lessons, submitted]))).toEqual([true, true, false]);
  });
});

describe('what waits for a unit', () => {
  const weekly = schedule({ kind: 'weekly' });
  const now = at('2026-03-03T12:00:00Z');

  test('is its lessons, checks, reflections and assessment; nothing of an open unit', () => {
    const waits = (rest: object) => eventWaits(event(rest), outline, emptyState(), weekly, now)?.opensOn ?? null;
    expect(waits({ type: 'lesson-opened', lesson: 'lesson-1-0' })).toBe('2026-03-09');
    expect(waits({ type: 'item-answered', item: 'check-1-0-0', response: { value: 'a' }, latencySeconds: 1 })).toBe('2026-03-09');
    expect(waits({ type: 'reflection-saved', reflection: 'reflection-2', lesson: 'lesson-2-0', text: 'x' })).toBe('2026-03-16');
    expect(waits({ type: 'lesson-opened', lesson: 'lesson-0-0' })).toBeNull();
    expect(waits({ type: 'launched', resumed: false })).toBeNull();
    expect(assessmentWaits('quiz-1', outline, emptyState(), weekly, now)?.opensOn).toBe('2026-03-09');
  });

  test('is nothing that was begun before the rule was made', () => {
    const state = applyEvents(emptyState(), [event({ type: 'lesson-completed', lesson: 'lesson-2-1' }), event({ type: 'attempt-started', attempt: 'a', assessment: 'quiz-1', seed: 's' })]);
    expect([lessonWaits('lesson-2-1', outline, state, weekly, now), assessmentWaits('quiz-1', outline, state, weekly, now)]).toEqual([null, null]);
    expect(lessonWaits('lesson-2-0', outline, state, weekly, now)).not.toBeNull();
  });
});
