import { expect, test } from '@jest/globals';
import { VisibleClock } from './clock.js';

test('time in a hidden tab is not counted as time spent on the course', () => {
  let now = 0;
  const clock = new VisibleClock(() => now);
  now = 60_000;
  clock.setVisible(false);
  now = 3_600_000;
  expect(clock.seconds()).toBe(60);
  clock.setVisible(true);
  clock.setVisible(true);
  now += 5_000;
  expect(clock.seconds()).toBe(65);
});

test('a course opened in a background tab begins to count when it is looked at', () => {
  let now = 0;
  const clock = new VisibleClock(() => now, false);
  now = 10_000;
  expect(clock.seconds()).toBe(0);
  clock.setVisible(true);
  now = 12_000;
  expect(clock.seconds()).toBe(2);
});
