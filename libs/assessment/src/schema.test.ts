import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import type { Assessment, Bank, Form, Item, ItemResponse, ItemView } from './item.js';
import { everySample, sampleItems } from './sample-items.js';
import { assessmentSchema, bankSchema, formSchema, itemResponseSchema, itemSchema, itemViewSchema, keyProblems } from './schema.js';
import { viewOf } from './view.js';

/** Compiles only while each type can stand for the other. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
const agreed: Same<z.infer<typeof itemSchema>, Item>
  & Same<z.infer<typeof itemViewSchema>, ItemView>
  & Same<z.infer<typeof assessmentSchema>, Assessment>
  & Same<z.infer<typeof bankSchema>, Bank>
  & Same<z.infer<typeof formSchema>, Form>
  & Same<z.infer<typeof itemResponseSchema>, ItemResponse> = true;

describe('the schemas', () => {
  test('say the same as the types that the rest of the code is written against', () => {
    expect(agreed).toBe(true);
  });

  test.each(everySample)('take a sound $kind item and its view', (item) => {
    expect(itemSchema.parse(item)).toEqual(item);
    expect(itemViewSchema.parse(viewOf(item))).toEqual(viewOf(item));
  });

  test.each(everySample)('refuse a $kind item where its view was wanted, since it has the key', (item) => {
    expect(itemViewSchema.safeParse(item).success).toBe(false);
  });

  test('give JSON Schemas for an editor', () => {
    expect(z.toJSONSchema(itemSchema)).toHaveProperty('oneOf');
  });
});

describe('a key that does not fit its item is told', () => {
  const { 'single-choice': single, 'multiple-response': several, ordering, matching, cloze, numeric, hotspot, 'fill-in': fillIn, 'long-text': essay } = sampleItems;
  const wrong: [string, Item, string][] = [
    ['a right choice that is not offered', { ...single, key: { correct: 'z' } }, 'z'],
    ['two choices with one id', { ...single, content: { options: [...single.content.options, { id: 'a', html: 'again' }] } }, 'twice'],
    ['no right choice at all', { ...several, key: { correct: [], scoring: 'partial' } }, 'no right choice'],
    ['more right areas than may be chosen', { ...hotspot, content: { ...hotspot.content, maxChoices: 1 } }, 'at most 1'],
    ['an order with an element left out', { ...ordering, key: { ...ordering.key, order: ['w', 'x', 'y'] } }, 'each element once'],
    ['a premise without a pair', { ...matching, key: { pairs: { p1: 't1', p2: 't2' } } }, 'p3'],
    ['a gap whose answer is an option of another gap', { ...cloze, key: { gaps: { g1: 'c', g2: 'c' } } }, 'names c'],
    ['a unit that the learner can not pick', { ...numeric, content: {} }, 'mg'],
    ['a pattern that does not read', { ...fillIn, key: { ...fillIn.key, accept: [{ pattern: '(a' }] } }, 'group'],
    ['a rubric without criteria', { ...essay, key: { rubric: [] } }, 'no criterion'],
  ];
  test.each(wrong)('%s', (_what, item, words) => {
    expect(keyProblems(item).map((problem) => problem.message).join(' ')).toContain(words);
    expect(itemSchema.safeParse(item).success).toBe(false);
  });
});
