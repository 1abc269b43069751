import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Item } from '../item.js';
import { sampleItems } from '../sample-items.js';
import { scoreResponse } from '../score.js';

const scaled = (item: Item, value: unknown): number => scoreResponse(item, { value }).scaled;

describe('partial credit, by the rule that docs/scoring.md states', () => {
  const { 'multiple-response': several, ordering, matching, cloze, hotspot, categorising, 'extended-matching': cases } = sampleItems;

  test.each<[string[], number]>([
    [['b'], 1 / 3], [['b', 'd'], 2 / 3], [['b', 'd', 'e'], 1], [['b', 'd', 'a'], 2 / 3 - 1 / 2], [['a'], 0], [['a', 'b', 'c', 'd', 'e'], 0], [['b', 'a', 'c'], 0],
  ])('multiple response: %j earns %d', (value, earned) => {
    expect(scaled(several, value)).toBeCloseTo(earned, 12);
    expect(scaled({ ...several, key: { ...several.key, scoring: 'all-or-nothing' } }, value)).toBe(earned === 1 ? 1 : 0);
  });

  test('multiple response and hotspot: the order of choosing and choosing twice are of no account', () => {
    for (const [item, ids] of [[several, ['a', 'b', 'c', 'd', 'e']], [{ ...hotspot, content: { ...hotspot.content, maxChoices: 4 } }, ['r1', 'r2', 'r3', 'r4']]] as const) {
      fc.assert(fc.property(fc.subarray([...ids]).chain((chosen) => fc.tuple(fc.constant(chosen), fc.shuffledSubarray([...chosen, ...chosen], { minLength: chosen.length * 2 }))), ([chosen, again]) => {
        expect(scoreResponse(item, { value: again })).toEqual(scoreResponse(item, { value: chosen }));
      }));
    }
  });

  test('multiple response: more choices than may be made are no answer', () => {
    const bounded = { ...several, content: { ...several.content, maxChoices: 3 } };
    expect(scoreResponse(bounded, { value: ['a', 'b', 'd', 'e'] }).outcome).toBe('unanswered');
    expect(scoreResponse(hotspot, { value: ['r1', 'r2', 'r4'] }).outcome).toBe('unanswered');
  });

  test.each<[string[], number]>([
    [['y', 'w', 'z', 'x'], 1], [['w', 'y', 'z', 'x'], 4 / 6], [['y', 'w', 'x', 'z'], 4 / 6], [['x', 'z', 'w', 'y'], 0], [['y', 'w'], 1 / 6], [['x', 'y', 'w', 'z'], 0], [['y'], 0], [['w', 'z', 'x', 'y'], 0],
  ])('ordering: %j earns %d', (value, earned) => {
    expect(scaled(ordering, value)).toBeCloseTo(earned, 12);
    expect(scaled({ ...ordering, key: { ...ordering.key, scoring: 'all-or-nothing' } }, value)).toBe(earned === 1 ? 1 : 0);
  });

  test('ordering: a lone element is right where it stands', () => {
    expect(scaled({ ...ordering, content: { elements: [{ id: 'w', html: 'w' }] }, key: { order: ['w'], scoring: 'partial' } }, ['w'])).toBe(1);
  });

  test.each<[Item, unknown, number]>([
    [matching, { p1: 't2' }, 1 / 3], [matching, { p1: 't2', p2: 't2', p3: 't2' }, 1 / 3], [matching, { p1: 't9', p9: 't2' }, 0],
    [categorising, { e1: 'k2', e2: 'k1', e3: 'k2', e4: 'k2' }, 3 / 4], [cloze, { g1: 'b', g2: 'b' }, 1 / 2], [cases, { q1: 'o4', q2: 'o1' }, 1 / 2],
  ])('each place counts alike, and a wrong one takes nothing away (%#)', (item, value, earned) => {
    expect(scaled(item, value)).toBeCloseTo(earned, 12);
  });

  test('hotspot: a wrong area costs as much as its share of the wrong ones', () => {
    expect(scaled(hotspot, ['r2'])).toBe(0.5);
    expect(scaled(hotspot, ['r2', 'r1'])).toBe(0);
    expect(scoreResponse(hotspot, { value: ['r2'] }).parts).toEqual([
      { id: 'r1', correct: true, raw: 0, max: 0 }, { id: 'r2', correct: true, raw: 0.5, max: 0.5 },
      { id: 'r3', correct: true, raw: 0, max: 0 }, { id: 'r4', correct: false, raw: 0, max: 0.5 },
    ]);
  });
});
