import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { earnedFeedback } from './feedback.js';
import type { Item } from './item.js';
import { objectiveKinds } from './kinds/registry.js';
import { withNeutralIds } from './neutral-ids.js';
import { correctResponse } from './response.js';
import { everySample, sampleItems } from './sample-items.js';
import { keyProblems } from './schema.js';
import { scoreResponse } from './score.js';
import { viewOf } from './view.js';

test.each(everySample)('a $kind item is as sound, and as answerable, with neutral ids', (item) => {
  const neutral = withNeutralIds(item);
  expect(keyProblems(neutral)).toEqual([]);
  expect(withNeutralIds(neutral)).toEqual(neutral);
  const key = { value: correctResponse(neutral) };
  if (objectiveKinds.includes(item.kind)) expect(scoreResponse(neutral, key).scaled).toBe(1);
  expect(Object.values(earnedFeedback(neutral, key).byChoice).sort()).toEqual(Object.values(earnedFeedback(item, { value: correctResponse(item) }).byChoice).sort());
});

describe('a learner who reads the page source can not tell from ids', () => {
  const words = ['begin', 'go on', 'look back', 'rest', 'end'];
  const orders = fc.shuffledSubarray(words, { minLength: words.length });

  test('what comes first in an ordering, whatever its author called the elements', () => {
    fc.assert(fc.property(orders, (right) => {
      const elements = right.map((html, index) => ({ id: `step-${index + 1}`, html }));
      const item: Item = { ...sampleItems.ordering, content: { elements }, key: { order: elements.map(({ id }) => id), scoring: 'partial' } };
      const neutral = withNeutralIds(item);
      expect(viewOf(neutral)).toEqual(viewOf(withNeutralIds({ ...sampleItems.ordering, content: { elements: words.map((html, index) => ({ id: `step-${index + 1}`, html })) } })));
      expect(htmlOf(neutral, correctResponse(neutral))).toEqual(right);
    }));
  });

  test('which target belongs to which premise', () => {
    fc.assert(fc.property(orders, (targets) => {
      const item: Item = {
        ...sampleItems.matching, feedback: {},
        content: { premises: words.map((html, index) => ({ id: `p${index}`, html })), targets: targets.map((html, index) => ({ id: `t${index}`, html })) },
        key: { pairs: Object.fromEntries(words.map((_, index) => [`p${index}`, `t${index}`])) },
      };
      const { content } = viewOf(withNeutralIds(item));
      const straight = viewOf(withNeutralIds({ ...item, content: { ...item.content, targets: words.map((html, index) => ({ id: `t${index}`, html })) } }));
      expect(content).toEqual(straight.content);
    }));
  });
});

function htmlOf(item: Item, ids: unknown): string[] {
  const elements = item.kind === 'ordering' ? item.content.elements : [];
  return Array.isArray(ids) ? ids.map((id) => elements.find((element) => element.id === id)?.html ?? '') : [];
}
