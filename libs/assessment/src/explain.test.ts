import { describe, expect, test } from '@jest/globals';
import { explainScore } from './explain.js';
import type { Item } from './item.js';
import { correctResponse } from './response.js';
import { sampleItems } from './sample-items.js';

const items = Object.values(sampleItems);

describe('a score is explained to whoever writes the item', () => {
  test.each(items.map((item): [string, Item] => [item.kind, item]))('%s: what is right is said to be, with every part in words', (_, item) => {
    const value = correctResponse(item);
    const { score, sentence, parts, answered, best } = explainScore({ ...item, certainty: false }, { value });
    if (value === undefined) {
      expect(best).toEqual([]);
      return;
    }
    expect([score.outcome, sentence]).toEqual(['correct', expect.stringMatching(/^All of it is right: [\d.]+ of [\d.]+ points?\.$/)]);
    expect(parts.filter(({ label }) => label === '')).toEqual([]);
    expect(answered).toEqual(best);
    expect(best.length).toBeGreaterThan(0);
  });

  const base = { stemHtml: '<p>Which two?</p>', statements: ['s1'], level: 'recall', difficulty: 'easy', maxScore: 2, shuffle: false, certainty: false, lessons: [], tags: [], feedback: {} } as const;
  const several: Item = { ...base, id: 'two', statements: [], lessons: [], tags: [], kind: 'multiple-response', content: { options: ['a', 'b', 'c'].map((id) => ({ id, html: id.toUpperCase() })) }, key: { correct: ['a', 'b'], scoring: 'all-or-nothing' } };
  const single: Item = { ...several, id: 'one', maxScore: 1, kind: 'single-choice', content: several.content, key: { correct: 'a' } } as Item;

  test('all or nothing says that it is', () => {
    expect(explainScore(several, { value: ['a'] }).sentence).toBe('2 of 3 parts are right: 0 of 2 points. This item is scored all or nothing.');
  });
  test('certainty says what it made of it', () => {
    expect(explainScore({ ...single, certainty: true }, { value: 'b', certainty: 3 }).sentence).toBe('The answer is not right: -2 of 1 point. At certainty 3 a right answer counts 3 and a wrong one -6 of 3.');
  });
  test.each([[undefined], [{ value: 'z' }], ['nonsense']])('what is no answer earns nothing, and is said to be none: %j', (response) => {
    expect(explainScore(single, response)).toMatchObject({ sentence: 'Nothing was answered that this item can take: no points.', parts: [], answered: [], best: [{ label: 'A' }] });
  });
});
