import { describe, expect, test } from '@jest/globals';
import { applyEvents, emptyState, progressOf, type TrackingEvent } from '@preceptor/tracking';
import { sampleOutline } from '@preceptor/tracking/contract';
import { en as english } from '../words/en.js';
import { forPages } from '../words/for-pages.js';
import { wordsFrom } from '../words/words.js';
import { placeToGoOn, stepsOf, stepTitle } from './course-path.js';
import { whatIsLeft } from './what-is-left.js';

const en = wordsFrom(forPages(english));
const outline = sampleOutline();
const lessons = outline.units.flatMap((unit) => unit.lessons.map(({ id }) => id));
let count = 0;
const event = (data: object): TrackingEvent => ({ id: String(count++).padStart(6, '0'), at: `2026-11-24T09:00:${String(count % 60).padStart(2, '0')}.000Z`, session: 's', ...data }) as TrackingEvent;
const progress = (...events: object[]) => progressOf(applyEvents(emptyState(), events.map(event)), outline);
const read = (lesson: string): object[] => [{ type: 'lesson-opened', lesson }, { type: 'lesson-completed', lesson }];
const submitted = (assessment: string, passed: boolean): object => ({ type: 'attempt-submitted', attempt: `a-${assessment}-${passed}`, assessment, score: { raw: passed ? 1 : 0, max: 1, scaled: passed ? 1 : 0, passed } });

test('next and back go through lessons and assessments in their order', () => {
  expect(stepsOf(outline).map(stepTitle)).toEqual(['Lesson 0.0', 'Lesson 0.1', 'quiz-0', 'Lesson 1.0', 'Lesson 1.1', 'final']);
});

describe('a learner who opens the course', () => {
  test('for the first time begins at the first lesson', () => {
    expect(placeToGoOn(outline, progress())).toEqual({ name: 'lesson', id: lessons[0] });
  });
  test('again comes back to the lesson that she was reading', () => {
    expect(placeToGoOn(outline, progress(...read('lesson-0-0'), { type: 'lesson-opened', lesson: 'lesson-1-0' }))).toEqual({ name: 'lesson', id: 'lesson-1-0' });
  });
  test('after finishing a lesson comes to what follows it', () => {
    expect(placeToGoOn(outline, progress(...read('lesson-0-0'), ...read('lesson-0-1')))).toEqual({ name: 'assessment', id: 'quiz-0' });
  });
  test('with everything after it done comes to what she had left out before', () => {
    const done = progress(...read('lesson-0-0'), submitted('quiz-0', true), ...read('lesson-1-0'), submitted('final', true), ...read('lesson-1-1'));
    expect(placeToGoOn(outline, done)).toEqual({ name: 'lesson', id: 'lesson-0-1' });
  });
  test('with all of it done comes to her result', () => {
    expect(placeToGoOn(outline, progress(...lessons.flatMap(read), submitted('quiz-0', true), submitted('final', true)))).toEqual({ name: 'result' });
  });
});

describe('what is left to do', () => {
  test('is everything at first, each with the place to do it', () => {
    expect(whatIsLeft(outline, progress(), en)).toEqual([
      { text: '4 lessons to read', route: { name: 'lesson', id: 'lesson-0-0' } },
      { text: '4 questions in the lessons to answer', route: { name: 'lesson', id: 'lesson-0-0' } },
      { text: 'Pass: final', route: { name: 'assessment', id: 'final' } },
    ]);
  });
  test('still is to pass the final, for who has failed it', () => {
    expect(whatIsLeft(outline, progress(...lessons.flatMap(read), submitted('final', false)), en).map(({ text }) => text)).toContain('Pass: final');
  });
  test('is the time that the course asks for', () => {
    const timed = { ...outline, rules: { completion: { lessons: 'none' as const, checks: false, assessments: [], minimumSeconds: 600 }, success: { assessments: [] } } };
    expect(whatIsLeft(timed, progress({ type: 'session-ended', seconds: 500 }), en)).toEqual([{ text: '2 more minutes in the course', route: null }]);
  });
});
