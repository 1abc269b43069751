import { describe, expect, test } from '@jest/globals';
import { closesAt, isOver, secondsLeft } from './attempt-clock.js';

const begun = new Date('2026-11-24T10:00:00.000Z');
const after = (seconds: number) => new Date(begun.getTime() + seconds * 1000);

describe('the clock of an attempt of sixty seconds', () => {
  const attempt = { closesAt: closesAt(begun, 60), submittedAt: null };
  test('counts down by the server\'s time and stops at nothing', () => {
    expect([0, 59.5, 60, 75].map((seconds) => secondsLeft(attempt, after(seconds)))).toEqual([60, 1, 0, 0]);
  });
  test('lets an answer on its way still count, and no later one', () => {
    expect([60, 70, 70.001].map((seconds) => isOver(attempt, after(seconds)))).toEqual([false, false, true]);
  });
  test('says nothing once the attempt is submitted', () => {
    expect(secondsLeft({ ...attempt, submittedAt: after(20).toISOString() }, after(30))).toBeNull();
  });
});

test('an attempt without a time limit is never over', () => {
  expect(closesAt(begun, null)).toBeNull();
  expect(isOver({ closesAt: null }, after(1e9))).toBe(false);
});
