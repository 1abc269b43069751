import { expect, test } from '@jest/globals';
import { checklistOf, type CompletionFacts, usualCompletion } from './checklist.js';

const course: CompletionFacts['course'] = [{ kind: 'LESSONS', label: 'Complete every lesson', met: true, detail: '4 of 4' }, { kind: 'ASSESSMENTS', label: 'Pass “Final”', met: false, detail: null }];
const facts: CompletionFacts = { course, sessions: { attended: 5, excused: 0, of: 6, toCome: 0 }, reflections: { done: 2, of: 3 }, handIns: { done: 1, of: 2 }, evaluation: { filled: false } };
const nothing = { lessons: false, assessments: false, attendance: null, reflections: null, evaluation: false };

test('the course itself is asked for where a cohort asks for nothing else', () => {
  expect(checklistOf(usualCompletion, facts)).toEqual({ met: false, parts: course });
  expect(checklistOf({ ...usualCompletion, assessments: false }, facts).met).toBe(true);
});

test('five of six sessions are enough where five are asked, and not where all are', () => {
  expect(checklistOf({ ...nothing, attendance: { least: 5 } }, facts)).toEqual({ met: true, parts: [{ kind: 'ATTENDANCE', label: 'Attend at least 5 of 6 sessions', met: true, detail: '5 of 5' }] });
  expect(checklistOf({ ...nothing, attendance: { least: null } }, facts).parts[0]).toMatchObject({ met: false, detail: '5 of 6' });
});

test('a session that she was excused from is not asked of her, and one still to come is', () => {
  const all = { ...nothing, attendance: { least: null } };
  expect(checklistOf(all, { ...facts, sessions: { attended: 5, excused: 1, of: 6, toCome: 0 } })).toMatchObject({ met: true, parts: [{ detail: '5 of 5, 1 excused' }] });
  expect(checklistOf(all, { ...facts, sessions: { attended: 5, excused: 1, of: 6, toCome: 1 } }).met).toBe(false);
  expect(checklistOf(all, { ...facts, sessions: { attended: 0, excused: 0, of: 0, toCome: 0 } }).met).toBe(false);
});

test('reflections and the evaluation form are lines of their own', () => {
  const rule = { ...nothing, reflections: { least: 2 }, evaluation: true };
  expect(checklistOf(rule, facts)).toEqual({ met: false, parts: [
    { kind: 'REFLECTIONS', label: 'Write at least 2 of 3 reflections', met: true, detail: '2 of 2' }, { kind: 'EVALUATION', label: 'Fill in the evaluation form', met: false, detail: null },
  ] });
  expect(checklistOf(rule, { ...facts, evaluation: { filled: true } }).met).toBe(true);
});

test('a rule that asks for nothing is met by nobody', () => {
  expect(checklistOf(nothing, facts)).toEqual({ met: false, parts: [] });
});

test('hand-ins count once they are submitted; a course without any asks for none, and a rule of before they were asked neither', () => {
  expect(checklistOf({ ...nothing, handIns: { least: 1 } }, facts)).toEqual({ met: true, parts: [{ kind: 'HAND_INS', label: 'Submit at least 1 of 2 hand-ins', met: true, detail: '1 of 1' }] });
  expect(checklistOf({ ...nothing, handIns: { least: null } }, facts).parts[0]).toMatchObject({ label: 'Submit every hand-in', met: false, detail: '1 of 2' });
  expect(checklistOf({ ...usualCompletion, handIns: { least: null } }, { ...facts, handIns: { done: 0, of: 0 } }).parts).toHaveLength(2);
  const { handIns: _, ...before } = usualCompletion;
  expect(checklistOf(before, facts).parts).toHaveLength(2);
});
