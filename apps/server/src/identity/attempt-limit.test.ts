import { describe, expect, test } from '@jest/globals';
import { AttemptLimit } from './attempt-limit.js';

describe('attempts to sign in', () => {
  const minute = 60_000;
  test('are refused after the last that is allowed, and allowed again when the first is old enough', () => {
    const limit = new AttemptLimit('test', { most: 2, windowMs: 10 * minute });
    limit.failed('a', 0);
    limit.failed('a', minute);
    expect(limit.allows('a', 2 * minute)).toBe(false);
    expect(limit.allows('b', 2 * minute)).toBe(true);
    expect(limit.allows('a', 10 * minute)).toBe(true);
  });
  test('are forgotten once somebody has signed in', () => {
    const limit = new AttemptLimit('test', { most: 1, windowMs: minute });
    limit.failed('a', 0);
    limit.succeeded('a');
    expect(limit.allows('a', 1)).toBe(true);
  });
});
