import { describe, expect, test } from '@jest/globals';
import { progressOf } from '../progress.js';
import { sampleOutline } from '../sample-course.js';
import { busyLearner } from '../sample-learner.js';
import { resumeFrom } from './resume.js';
import { encodeState } from './suspend.js';

const outline = sampleOutline({ units: 25, lessonsPerUnit: 12, checksPerLesson: 4, kinds: ['single-choice', 'true-false', 'multiple-response', 'matching'] });
const state = busyLearner(outline, { attempts: 30, openResponses: 20, reflectionText: 'Mine.' });
const { text } = encodeState(state, outline, { limit: 64_000 });
const before = progressOf(state, outline);

describe('an LMS that cuts suspend data', () => {
  test.each([4096, 1024, 255])('at %d characters gives back what stands before the cut, and nothing that was not there', (limit) => {
    expect(text.length).toBeGreaterThan(4096);
    const { state: resumed, problem } = resumeFrom({ suspendData: text.slice(0, limit), location: 'lesson-3-4', entry: 'resume' }, outline);
    const after = progressOf(resumed, outline);
    expect(problem).toBe('damaged');
    for (const [id, check] of Object.entries(after.checks)) expect(check).toEqual(before.checks[id]);
    for (const [id, lesson] of Object.entries(after.lessons)) if (lesson.completion === 'completed') expect(before.lessons[id]?.completion).toBe('completed');
    for (const [id, one] of Object.entries(after.assessments)) {
      if (one.best !== null) expect([id, one.best]).toEqual([id, expect.closeTo(before.assessments[id]?.best ?? NaN, 9)]);
      expect(one.attempts).toBeLessThanOrEqual(before.assessments[id]?.attempts ?? 0);
    }
    const completed = Object.values(after.lessons).filter(({ completion }) => completion === 'completed').length;
    process.stdout.write(`cut at ${limit} of ${text.length}: ${completed} of 300 lessons, ${Object.keys(after.checks).length} of 1,200 answers\n`);
    expect(completed).toBeGreaterThan(limit === 255 ? 50 : 250);
    if (limit === 4096) expect(Object.keys(after.checks).length).toBeGreaterThan(500);
  });
  test('still opens where the learner was, by the place that the LMS kept for itself', () => {
    expect(progressOf(resumeFrom({ suspendData: text.slice(0, 255), location: 'lesson-3-4', entry: 'resume' }, outline).state, outline).bookmark?.lesson).toBe('lesson-3-4');
    const whole = resumeFrom({ suspendData: text, location: 'lesson-3-4', entry: 'resume' }, outline);
    expect(whole.problem).toBeNull();
    expect(progressOf(whole.state, outline).bookmark?.lesson).toBe(before.bookmark?.lesson);
  });
});

describe('an LMS that says "resume" and has emptied the suspend data', () => {
  test('opens the lesson that it names, says that something is lost, and makes up neither answer nor score', () => {
    const { state: resumed, problem } = resumeFrom({ suspendData: '', location: 'lesson-3-4', entry: 'resume' }, outline);
    expect(problem).toBe('damaged');
    const after = progressOf(resumed, outline);
    expect(after).toMatchObject({ completion: 'incomplete', success: 'unknown', score: null, checks: {}, bookmark: { lesson: 'lesson-3-4', position: 0 } });
    expect(Object.entries(after.lessons).filter(([, { completion }]) => completion !== 'not-started').map(([id, { completion }]) => [id, completion])).toEqual([['lesson-3-4', 'incomplete']]);
  });
  test('and names no lesson of this version begins at the beginning', () => {
    expect(progressOf(resumeFrom({ suspendData: '', location: 'gone', entry: 'resume' }, outline).state, outline)).toMatchObject({ completion: 'not-started', bookmark: null });
  });
});

test('a first launch is no loss', () => {
  expect(resumeFrom({ suspendData: '', location: '', entry: 'ab-initio' }, outline)).toMatchObject({ problem: null, state: { place: null, firstAt: null } });
});
