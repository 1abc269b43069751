import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ItemOf, KeyOf } from '../../item.js';
import { sampleItems } from '../../sample-items.js';
import { scoreResponse } from '../../score.js';
import { readNumber } from './number.js';

describe('a number as people write it', () => {
  test.each<[string, number[]]>([
    ['12', [12]], [' 12 ', [12]], ['0.5', [0.5]], ['0,5', [0.5]], ['.5', [0.5]], [',5', [0.5]], ['5.', [5]], ['-3', [-3]], ['−3', [-3]], ['+3', [3]],
    ['1,234.5', [1234.5]], ['1.234,5', [1234.5]], ['1 234,5', [1234.5]], ['1\u202f234\u00a0567', [1234567]], ["1'234.5", [1234.5]], ['1,234,567', [1234567]],
    ['1.234.567,8', [1234567.8]], ['2e3', [2000]], ['1,5E-2', [0.015]], ['１２', [12]], ['٣٫٥', [3.5]], ['۱۲', [12]], ['١٬٢٣٤', [1234]],
    ['1,234', [1.234, 1234]], ['1.234', [1.234, 1234]], ['0,234', [0.234]], ['1234,567', [1234.567]],
  ])('%s', (text, numbers) => {
    expect(readNumber(text)).toEqual(numbers);
  });

  test.each(['', ' ', 'abc', '1.2.3', '1,23,4', '1,2345,678', '--1', '1e', 'e5', '1e999', 'Infinity', 'NaN', '0x10', '1 2', '12 3456', '1,234.5,6', '5%', '1/2', '9'.repeat(65)])('%p is none', (text) => {
    expect(readNumber(text)).toEqual([]);
  });

  test('every number that JavaScript prints is read again', () => {
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
      expect(readNumber(String(number)).some((read) => read === number)).toBe(true);
    }));
  });
});

describe('a number within tolerance', () => {
  const asking = (key: Partial<KeyOf['numeric']>, units?: string[]): ItemOf<'numeric'> => ({
    ...sampleItems.numeric, content: units ? { units } : {}, key: { value: 10, tolerance: 0, toleranceKind: 'absolute', ...key },
  });
  const isRight = (item: ItemOf<'numeric'>, value: unknown): boolean => scoreResponse(item, { value }).outcome === 'correct';

  test.each<[Partial<KeyOf['numeric']>, string, boolean]>([
    [{ tolerance: 0.1 }, '10.1', true], [{ tolerance: 0.1 }, '9,9', true], [{ tolerance: 0.1 }, '10.11', false],
    [{ value: 0.3, tolerance: 0.1 }, '0.4', true], [{ value: 1.1, tolerance: 0.1 }, '1.2', true], [{ value: 1.1, tolerance: 0.1 }, '1.0', true],
    [{ tolerance: 0.05, toleranceKind: 'relative' }, '10.5', true], [{ tolerance: 0.05, toleranceKind: 'relative' }, '10.6', false],
    [{ value: -200, tolerance: 0.1, toleranceKind: 'relative' }, '-180', true], [{ value: 0.1 }, '0,1', true], [{ value: 0 }, '-0', true],
    [{ value: 1234 }, '1,234', true], [{ value: 1.234 }, '1,234', true],
  ])('%j: %s is %s', (key, typed, right) => {
    expect(isRight(asking(key), { value: typed })).toBe(right);
    expect(isRight(asking(key), typed)).toBe(right);
  });

  test('has its unit, picked or written after it', () => {
    const item = asking({ value: 5, unit: 'mg' }, ['g', 'mg', 'µg']);
    expect(isRight(item, { value: '5', unit: 'mg' })).toBe(true);
    expect(isRight(item, { value: '5 mg' })).toBe(true);
    expect(isRight(item, '5mg')).toBe(true);
    for (const wrong of [{ value: '5' }, { value: '5', unit: 'g' }, { value: '5 g' }, { value: '5 kg' }, { value: '5 Mg' }]) expect(isRight(item, wrong)).toBe(false);
    expect(isRight(asking({ value: 5, unit: 'µg' }, ['µg']), { value: '5 μg' })).toBe(true);
  });
});
