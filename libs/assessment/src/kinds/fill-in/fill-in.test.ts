import { describe, expect, test } from '@jest/globals';
import type { AcceptedText, ItemOf } from '../../item.js';
import { sampleItems } from '../../sample-items.js';
import { scoreResponse } from '../../score.js';

const asking = (accept: AcceptedText[], sensitive: { caseSensitive?: boolean; accentSensitive?: boolean } = {}): ItemOf<'fill-in'> => ({
  ...sampleItems['fill-in'], key: { accept, caseSensitive: false, accentSensitive: false, ...sensitive },
});
const isRight = (item: ItemOf<'fill-in'>, value: unknown): boolean => scoreResponse(item, { value }).outcome === 'correct';

describe('a typed answer', () => {
  test.each([
    ['Référence', 'reference'], ['Référence', ' RE\u0301FE\u0301RENCE '], ['off-label', 'Off–label'], ["the state's board", 'the  state’s\tboard'],
    ['Straße', 'STRASSE'], ['ΟΔΟΣ', 'οδος'], ['İzmir', 'izmir'], ['Ångström', 'angstrom'],
  ])('%s may be typed %s', (text, typed) => {
    expect(isRight(asking([{ text }]), typed)).toBe(true);
  });

  test.each([
    ['reference', 'referenc'], ['reference', 'a reference'], ['a.c', 'abc'], ['हिन्दी', 'हनद'],
  ])('%s may not be typed %s', (text, typed) => {
    expect(isRight(asking([{ text }]), typed)).toBe(false);
  });

  test('keeps to case and accents where the item says that they count', () => {
    expect(isRight(asking([{ text: 'pH' }], { caseSensitive: true }), 'PH')).toBe(false);
    expect(isRight(asking([{ text: 'pH' }], { caseSensitive: true }), 'pH')).toBe(true);
    expect(isRight(asking([{ text: 'où' }], { accentSensitive: true }), 'ou')).toBe(false);
    expect(isRight(asking([{ text: 'où' }], { accentSensitive: true }), 'OU\u0300')).toBe(true);
  });

  test('fits a pattern in the same case and accents as a text', () => {
    const item = asking([{ pattern: '(collabor|coopér)ation( agreement){0,1}' }]);
    for (const typed of ['Collaboration', 'cooperation agreement', 'COOPÉRATION']) expect(isRight(item, typed)).toBe(true);
    expect(isRight(item, 'collaboration agreements')).toBe(false);
  });

  test('that is a novel is wrong, and quickly so', () => {
    expect(scoreResponse(asking([{ pattern: '.{0,50}' }]), { value: 'a'.repeat(5_000_000) }).outcome).toBe('incorrect');
  });
});
