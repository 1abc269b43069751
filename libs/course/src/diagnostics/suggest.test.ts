import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { editDistance, nearest } from './suggest.js';

describe('a misspelt word', () => {
  test.each([['licens', 'licence'], ['titel', 'title'], ['Title', 'title'], ['statments', 'statements'], ['aplication', 'application']])('%s finds %s', (written, meant) => {
    expect(nearest(written, ['id', 'title', 'licence', 'statements', 'application', 'recall'])).toBe(meant);
  });
  test('that is like nothing finds nothing', () => {
    expect(nearest('zebra', ['id', 'title', 'licence'])).toBeNull();
  });
});

test('the distance is the same both ways, and none between equal words', () => {
  fc.assert(fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
    expect(editDistance(a, b)).toBe(editDistance(b, a));
    expect(editDistance(a, a)).toBe(0);
    expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
  }));
});
