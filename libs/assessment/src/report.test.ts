import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { anyResponse } from './any-response.js';
import { objectiveKinds } from './kinds/registry.js';
import { choiceCount, choiceIds, countableChoices, responseLabels, slotIds } from './report.js';
import { correctResponse, isAnswered } from './response.js';
import { everySample, sampleItems } from './sample-items.js';
import { viewOf } from './view.js';

describe('a response in words', () => {
  test.each([
    [sampleItems['single-choice'], 'b', [{ id: 'b', label: 'The b & more' }]],
    [sampleItems['true-false'], true, [{ id: 'true', label: 'True' }]],
    [sampleItems.matching, { p1: 't2' }, [{ id: 'p1.t2', label: 'The p1 & more → The t2 & more' }]],
    [sampleItems.ordering, ['x', 'w'], [{ id: '1.x', label: '1. The x & more' }, { id: '2.w', label: '2. The w & more' }]],
    [sampleItems['extended-matching'], { q2: 'o1' }, [{ id: 'q2.o1', label: 'Second → The o1 & more' }]],
    [sampleItems.hotspot, ['r1'], [{ id: 'r1', label: 'door' }]],
    [sampleItems.numeric, { value: '5', unit: 'g' }, [{ id: 'number', label: '5 g' }]],
    [sampleItems['fill-in'], ' a word ', [{ id: 'text', label: 'a word' }]],
    [sampleItems.cloze, { g1: 'a' }, [{ id: 'g1.a', label: 'g1 → The a & more' }]],
  ])('%#', (item, value, labels) => {
    expect(responseLabels(item, { value })).toEqual(labels);
  });
});

describe('counting answers', () => {
  test.each(everySample.filter((item) => choiceCount(item) > 0))('$kind: every choice that a response can hold is among those that are counted', (item) => {
    const countable = countableChoices(item);
    expect(new Set(countable.map((choice) => choice.id)).size).toBe(countable.length);
    fc.assert(fc.property(anyResponse(item), (response) => {
      for (const label of responseLabels(item, response)) expect(countable).toContainEqual(expect.objectContaining(label));
    }));
    expect(countable.filter((choice) => choice.correct).map((choice) => choice.id).sort()).toEqual(responseLabels(item, { value: correctResponse(item) }).map((label) => label.id).sort());
  });

  test('choices and places come sorted, for an item and its view alike, so that they tell no order', () => {
    for (const item of everySample) {
      expect(choiceIds(item)).toEqual(choiceIds(item).toSorted());
      expect(choiceIds(viewOf(item))).toEqual(choiceIds(item));
      expect(slotIds(viewOf(item))).toEqual(slotIds(item));
    }
    expect(choiceIds(sampleItems.cloze, 'g2')).toEqual(['c', 'd', 'e']);
    expect(slotIds(sampleItems.matching)).toEqual(['p1', 'p2', 'p3']);
    expect(choiceCount(sampleItems['true-false'])).toBe(2);
  });
});

test('a view knows as well as its item whether it is answered', () => {
  for (const item of everySample) {
    fc.assert(fc.property(anyResponse(item), (response) => {
      expect(isAnswered(viewOf(item), response)).toBe(isAnswered(item, response));
    }));
  }
});

test('every kind but long text and upload is scored by machine', () => {
  expect(objectiveKinds).toHaveLength(18);
  expect(objectiveKinds).not.toContain('upload');
  expect(objectiveKinds).not.toContain('long-text');
});
