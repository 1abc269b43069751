import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { anyResponse, hostileValues } from './any-response.js';
import { earnedFeedback } from './feedback.js';
import type { Item } from './item.js';
import { objectiveKinds } from './kinds/registry.js';
import { responseLabels } from './report.js';
import { correctResponse, isAnswered, readResponse } from './response.js';
import { everySample } from './sample-items.js';
import { scoreResponse } from './score.js';

const objective = everySample.filter((item) => objectiveKinds.includes(item.kind));

describe('whatever comes in for an answer', () => {
  test.each(everySample)('$kind: it gets a score within bounds, feedback and a report, and nothing throws', (item) => {
    fc.assert(fc.property(anyResponse(item), fc.boolean(), fc.integer({ min: 1, max: 1000 }), (response, certainty, maxScore) => {
      const asked = { ...item, certainty, maxScore };
      const score = scoreResponse(asked, response);
      expect(score.max).toBe(maxScore);
      expect(score.scaled).toBeGreaterThanOrEqual(0);
      expect(score.scaled).toBeLessThanOrEqual(1);
      expect(score.raw).toBeLessThanOrEqual(maxScore);
      expect(score.raw).toBeGreaterThanOrEqual(certainty ? -2 * maxScore : 0);
      expect(score.outcome === 'unanswered').toBe(!isAnswered(asked, response));
      expect(scoreResponse(asked, response)).toEqual(score);
      earnedFeedback(asked, response, score);
      responseLabels(asked, response);
    }), { numRuns: 500 });
  });

  test.each(everySample)('$kind: a value that throws when it is read is no answer', (item) => {
    for (const hostile of hostileValues) {
      expect(scoreResponse(item, hostile).outcome).toBe('unanswered');
      if (typeof hostile !== 'number') expect(scoreResponse(item, { value: hostile }).outcome).toBe('unanswered');
    }
  });

  test.each(everySample)('$kind: reading a response that was read gives it again', (item) => {
    fc.assert(fc.property(anyResponse(item), (response) => {
      const read = readResponse(item, response);
      expect(readResponse(item, { value: read })).toEqual(read);
    }));
  });
});

describe('the whole score', () => {
  test.each(objective)('$kind: the key earns it, exactly', (item) => {
    const key = { value: correctResponse(item) };
    for (const maxScore of [1, 0.1, 3, 7, 100]) {
      const score = scoreResponse({ ...item, maxScore }, key);
      expect(score).toMatchObject({ raw: maxScore, max: maxScore, scaled: 1, outcome: 'correct' });
      expect(score.parts.every((part) => part.correct)).toBe(true);
    }
  });

  test.each(objective)('$kind: no other answer earns it', (item) => {
    fc.assert(fc.property(anyResponse(item), (response) => {
      const { scaled, outcome, parts } = scoreResponse(item, response);
      expect(scaled === 1).toBe(outcome === 'correct');
      if (scaled === 1) expect(sameAsKey(item, response)).toBe(true);
      if (parts.length > 0) expect(parts.every((part) => part.correct)).toBe(scaled === 1);
    }), { numRuns: 2000 });
  });

  test.each(objective)('$kind: no answer earns nothing', (item) => {
    for (const nothing of [undefined, null, {}, { value: undefined }, { value: null }, { value: '' }, { value: [] }, { value: {} }]) {
      expect(scoreResponse(item, nothing)).toEqual({ raw: 0, max: 1, scaled: 0, outcome: 'unanswered', parts: [] });
    }
  });

  test.each(objective)('$kind: the parts add up to what the rule says, before the floor', (item) => {
    fc.assert(fc.property(anyResponse(item), (response) => {
      const { parts, raw } = scoreResponse(item, response);
      const sum = parts.reduce((total, part) => total + part.raw, 0);
      if (parts.length > 0) expect(parts.reduce((total, part) => total + part.max, 0)).toBeCloseTo(1, 12);
      expect(raw).toBeCloseTo(Math.max(0, sum), 12);
    }));
  });
});

/** The same answer as the key's, as far as the kind tells answers apart; for text and numbers the rule itself decides. */
function sameAsKey(item: Item, response: unknown): boolean {
  if (item.kind === 'fill-in' || item.kind === 'numeric' || item.kind === 'slider') return true;
  const read = readResponse(item, response);
  const key = correctResponse(item);
  const set = item.kind === 'multiple-response' || item.kind === 'hotspot';
  const comparable = (value: unknown): string => JSON.stringify(set && Array.isArray(value) ? [...value].sort() : value);
  return comparable(read) === comparable(key);
}
