import { describe, expect, test } from '@jest/globals';
import { outlineOf } from '@preceptor/course/delivery';
import { applyEvents, courseConditions, emptyState, progressOf, type TrackingEvent } from '@preceptor/tracking';
import { sampleCourse } from '../../../../test/api/sample-course.js';
import { nextStep } from './next-step.js';

const outline = outlineOf(sampleCourse(), 'hash');
let n = 0;
type Told = Record<string, unknown> & { type: TrackingEvent['type'] };
const after = (...events: Told[]) => progressOf(applyEvents(emptyState(), events.map((event) => ({ id: `00000000-0000-7000-8000-${String((n += 1)).padStart(12, '0')}`, at: new Date(1.8e12 + n * 1000).toISOString(), session: 's', ...event }) as TrackingEvent)), outline);
const acknowledged: Told = { type: 'acknowledged' };
const done = (lesson: string): Told => ({ type: 'lesson-completed', lesson });
const final = (attempt: string, scaled: number): Told[] => [
  { type: 'attempt-started', attempt, assessment: 'final', seed: 's' }, { type: 'attempt-submitted', attempt, assessment: 'final', score: { raw: scaled, max: 1, scaled, passed: scaled >= 0.8 } },
];

describe('what to do next', () => {
  test('is the disclaimer, then the first lesson', () => {
    expect(nextStep(outline, after())).toMatchObject({ kind: 'acknowledge' });
    expect(nextStep(outline, after(acknowledged))).toMatchObject({ kind: 'lesson', lessonId: 'first', position: 1, of: 4, minutes: 2 });
  });
  test('is the lesson that was left open, even out of order', () => {
    expect(nextStep(outline, after(acknowledged, { type: 'lesson-opened', lesson: 'third' }))).toMatchObject({ lessonId: 'third', position: 3 });
  });
  test('is a unit\'s assessment once its lessons are done', () => {
    expect(nextStep(outline, after(acknowledged, done('first'), done('second')))).toMatchObject({ kind: 'assessment', assessmentId: 'quiz', position: 1, of: 3 });
  });
  test('is an attempt that was begun, before anything else', () => {
    expect(nextStep(outline, after(acknowledged, { type: 'attempt-started', attempt: 'a', assessment: 'final', seed: 's' }))).toMatchObject({ assessmentId: 'final' });
  });
  test('passes over what is not open yet, and is to wait where nothing else is left', () => {
    const closed = outline.units.map(({ id }, index) => ({ unit: id, open: index === 0, opensOn: index === 0 ? null : '2026-05-04', after: null }));
    const quiz = final('q', 1).map((event) => ({ ...event, assessment: 'quiz' }));
    expect(nextStep(outline, after(acknowledged, done('first')), closed)).toMatchObject({ lessonId: 'second' });
    expect(nextStep(outline, after(acknowledged, done('first'), done('second'), ...quiz), closed)).toMatchObject({ kind: 'wait', title: outline.units[1]?.title, position: 2, opensOn: '2026-05-04' });
  });
  test('is the final again while an attempt is left, and something else when none is', () => {
    const read = [acknowledged, done('first'), done('second'), done('third'), ...final('q', 1).map((event) => ({ ...event, assessment: 'quiz' }))];
    expect(nextStep(outline, after(...read, ...final('a', 0.5)))).toMatchObject({ assessmentId: 'final' });
    expect(nextStep(outline, after(...read, ...final('a', 0.5), ...final('b', 0.5)))).toMatchObject({ lessonId: 'fourth' });
  });
});

describe('the conditions of the certificate', () => {
  test('say how far each is met', () => {
    expect(courseConditions(outline, after(acknowledged, done('first'), ...final('a', 0.5)))).toEqual([
      { kind: 'LESSONS', label: 'Complete every lesson', met: false, detail: '1 of 4' },
      { kind: 'LESSONS', label: 'Answer every knowledge check', met: false, detail: '0 of 1' },
      { kind: 'ASSESSMENTS', label: 'Pass “Assessment final” with 80 %', met: false, detail: 'best so far 50 %' },
    ]);
  });
});
