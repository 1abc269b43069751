import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Item } from './item.js';
import { kinds } from './kinds/registry.js';
import { choiceIds } from './report.js';
import { everySample, sampleItems } from './sample-items.js';
import { itemViewSchema } from './schema.js';
import { viewOf } from './view.js';

const MARK = 'SECRET-9f3';

describe('what a learner is shown', () => {
  test('is tested for every kind there is', () => {
    expect(everySample.map((item) => item.kind).sort()).toEqual([...kinds].sort());
  });

  test.each(everySample)('of a $kind item holds no text of its key, feedback, rubric, statements, level, tags or lessons, nor of anything else laid beside them', (item) => {
    const marked = planted(item);
    expect(JSON.stringify(marked)).toContain(MARK);
    expect(JSON.stringify(viewOf(marked))).not.toContain(MARK);
    expect(itemViewSchema.parse(viewOf(marked))).toEqual(viewOf(marked));
  });

  test.each(everySample)('of a $kind item is the same whatever the key is', (item) => {
    const view = viewOf(item, ['c', 'a']);
    fc.assert(fc.property(fc.gen(), (gen) => {
      const other = { ...item, key: scrambled(item.key, <T>(list: T[]): T[] => gen(fc.shuffledSubarray<T>, list, { minLength: list.length })) } as Item;
      expect(viewOf(other, ['c', 'a'])).toEqual(view);
      expect(viewOf(other)).toEqual(viewOf(item));
    }), { numRuns: 50 });
  });

  test.each(everySample)('of a $kind item without its key can still be made, so none of it is read', (item) => {
    const { key: _key, feedback: _feedback, statements: _statements, ...rest } = item;
    expect(viewOf(rest as Item)).toEqual(viewOf(item));
  });

  test.each([sampleItems.ordering, sampleItems.matching, sampleItems.categorising])('of a $kind item does not follow the order in which the author wrote it', (item) => {
    for (const shuffle of [true, false]) {
      const view = viewOf({ ...item, shuffle });
      fc.assert(fc.property(fc.gen(), (gen) => {
        const rewritten = { ...item, shuffle, content: scrambled(item.content, <T>(list: T[]): T[] => gen(fc.shuffledSubarray<T>, list, { minLength: list.length })) } as Item;
        const tellTale = (one: Item): unknown => {
          const { content } = viewOf(one);
          return 'targets' in content ? content.targets : 'elements' in content ? content.elements : null;
        };
        expect(tellTale(rewritten)).toEqual(tellTale({ ...item, shuffle }));
      }), { numRuns: 50 });
      expect(view).toEqual(viewOf({ ...item, shuffle }));
    }
  });

  test('of an ordering is the right order no more often than chance', () => {
    const elements = ['first', 'second', 'third', 'fourth'].map((id) => ({ id, html: id }));
    const right = Array.from({ length: 2400 }, (_, number) => {
      const item: Item = { ...sampleItems.ordering, id: `steps-${number}`, content: { elements }, key: { order: elements.map(({ id }) => id), scoring: 'partial' } };
      const { content } = viewOf(item);
      return 'elements' in content && content.elements.map(({ id }) => id).join() === item.key.order.join();
    }).filter(Boolean).length;
    expect(right).toBeGreaterThan(50);
    expect(right).toBeLessThan(150);
  });

  test.each(everySample)('of a $kind item has all that can be chosen, in whatever order it was given', (item) => {
    fc.assert(fc.property(fc.shuffledSubarray([...choiceIds(item), 'unknown']), (order) => {
      expect(choiceIds(viewOf(item, order))).toEqual(choiceIds(item));
    }), { numRuns: 50 });
  });

  test('follows the form: the choices named first come first', () => {
    expect(viewOf(sampleItems['single-choice'], ['d', 'b', 'a', 'c']).content).toMatchObject({ options: [{ id: 'd' }, { id: 'b' }, { id: 'a' }, { id: 'c' }] });
    expect(viewOf({ ...sampleItems['single-choice'], shuffle: false }).content).toMatchObject({ options: [{ id: 'a' }, { id: 'b' }, { id: 'c' }, { id: 'd' }] });
  });
});

/** The item with a mark in every text that is not for the learner, and in a field of every object that no type knows. */
function planted(item: Item): Item {
  const extra = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(extra);
    if (typeof value !== 'object' || value === null) return value;
    return { ...Object.fromEntries(Object.entries(value).map(([name, each]) => [name, extra(each)])), weight: MARK, correct: MARK };
  };
  const marked = (value: unknown): unknown => {
    if (typeof value === 'string') return `${value}${MARK}`;
    if (Array.isArray(value)) return value.map(marked);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, marked(each)]));
  };
  const { id, kind, stemHtml, maxScore, certainty, shuffle, content, ...hidden } = item;
  return { id, kind, stemHtml, maxScore, certainty, shuffle, content: extra(content), ...(marked(hidden) as object), weight: MARK } as unknown as Item;
}

/** The value with every list, and the values of every record of texts, in another order. */
function scrambled(value: unknown, shuffle: <T>(list: T[]) => T[]): unknown {
  if (Array.isArray(value)) return shuffle(value);
  if (typeof value === 'boolean') return shuffle([true, false])[0];
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  if (entries.length > 1 && entries.every(([, each]) => typeof each === 'string')) {
    const values = shuffle(entries.map(([, each]) => each as string));
    return Object.fromEntries(entries.map(([name], index) => [name, values[index]]));
  }
  return Object.fromEntries(entries.map(([name, each]) => [name, scrambled(each, shuffle)]));
}
