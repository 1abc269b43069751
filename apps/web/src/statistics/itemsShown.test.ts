import { describe, expect, test } from '@jest/globals';
import { figureOf, sureness } from './figures.js';
import { itemsShown, type TestItem } from './itemsShown.js';

const item = (id: string, severity: string, facility: number | null): TestItem => ({
  item: id, stem: id, kind: 'single-choice', attempts: 50, severity, findings: [], dismissal: null, measures: [{ code: 'facility', unit: 'share', value: facility, missing: facility === null ? 'too-few-attempts' : null }],
});
const items = [item('bad', 'serious', 0.4), item('odd', 'note', null), item('easy', 'none', 0.9), item('hard', 'none', 0.2)];
const ids = (shown: TestItem[]): string[] => shown.map((one) => one.item);

describe('the items of a test', () => {
  test('come with what needs a look first, as the server has them', () => expect(ids(itemsShown(items, {}))).toEqual(['bad', 'odd', 'easy', 'hard']));
  test('can be sorted by a number either way, with what has none at the end', () => {
    expect(ids(itemsShown(items, { sort: 'facility' }))).toEqual(['hard', 'bad', 'easy', 'odd']);
    expect(ids(itemsShown(items, { sort: 'facility', descending: true }))).toEqual(['easy', 'bad', 'hard', 'odd']);
  });
  test('can be only those that need a look', () => expect(ids(itemsShown(items, { flagged: true }))).toEqual(['bad']));
});

describe('a number', () => {
  test('is read as people write it', () => {
    expect(figureOf({ value: 0.625, unit: 'share' })).toBe('63\u00a0%');
    expect(figureOf({ value: -0.123, unit: 'number' })).toBe('−0.12');
    expect(figureOf({ value: 95, unit: 'seconds' })).toBe('1.6\u00a0min');
    expect(figureOf({ value: null, unit: 'number' })).toBe('not given');
  });
  test('says how sure it is', () => {
    expect(sureness({ low: -0.1, high: 0.4, standardError: 0.1, unit: 'number' })).toBe('95\u00a0%: −0.10 to 0.40');
    expect(sureness({ low: null, high: null, standardError: null, unit: 'number' })).toBeNull();
  });
});
