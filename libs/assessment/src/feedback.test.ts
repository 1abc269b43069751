import { expect, test } from '@jest/globals';
import { earnedFeedback } from './feedback.js';
import { sampleItems } from './sample-items.js';

const { 'single-choice': single, 'multiple-response': several, cloze, 'true-false': whether, matching, 'long-text': essay, 'extended-matching': cases } = sampleItems;

test('a wrong answer earns what is said of it and the lessons to read again, and nothing of the other choices', () => {
  expect(earnedFeedback(single, { value: 'a' })).toEqual({ html: ['Read again.'], byChoice: { a: 'not a' }, lessons: ['lesson-one'] });
});

test('a right answer earns its praise and no reading', () => {
  expect(earnedFeedback(single, { value: 'c' })).toEqual({ html: ['Right.'], byChoice: { c: 'yes c' }, lessons: [] });
});

test('no answer earns no word about a choice', () => {
  expect(earnedFeedback(single, undefined)).toEqual({ html: ['Read again.'], byChoice: {}, lessons: ['lesson-one'] });
});

test('each kind earns feedback by what was chosen or placed', () => {
  expect(earnedFeedback(several, { value: ['b', 'c'] }).byChoice).toEqual({ b: 'yes b' });
  expect(earnedFeedback(cloze, { value: { g1: 'a', g2: 'c' } }).byChoice).toEqual({ a: 'not a' });
  expect(earnedFeedback(whether, { value: true }).byChoice).toEqual({ true: 'no' });
  expect(earnedFeedback(matching, { value: { p2: 't1' } }).byChoice).toEqual({ p2: 'of p2' });
  expect(earnedFeedback(cases, { value: { q1: 'o1', q2: 'o1' } }).byChoice).toEqual({ q1: 'of q1' });
});

test('a text that a person will score earns the model answer, and no verdict', () => {
  expect(earnedFeedback({ ...essay, feedback: { incorrectHtml: 'Wrong.' } }, { value: 'My view.' })).toEqual({ html: ['<p>A model.</p>'], byChoice: {}, lessons: [] });
  expect(earnedFeedback(essay, { value: ' ' }).html).toEqual([]);
});
