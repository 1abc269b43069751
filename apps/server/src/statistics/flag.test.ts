import { describe, expect, test } from '@jest/globals';
import type { AnalysedItem, Severity } from './analysed.js';
import { covering } from './flag.js';
import type { DismissalRow } from './statistics.entity.js';

const found = (severity: Severity, ...codes: [string, Severity][]): AnalysedItem => ({
  item: 'q-1', stem: '', kind: 'single-choice', unit: null, attempts: 50, severity, measures: [], findings: codes.map(([code, one]) => ({ code, severity: one, sentence: '', advice: '' })),
  options: [], byVersion: [], byCohort: [], differential: null, curve: [], seenCurve: [],
});
const dismissal = { id: 'd', itemId: 'q-1', codes: ['ambiguous'], rank: 2 } as DismissalRow;

describe('an item that somebody let be', () => {
  test('stays off the list while the same is found, or less', () => {
    expect(covering([dismissal], found('warning', ['ambiguous', 'warning'], ['slow', 'note']))).toBe(dismissal);
  });
  test('is flagged again when something else is found', () => {
    expect(covering([dismissal], found('warning', ['ambiguous', 'warning'], ['too-hard', 'warning']))).toBeNull();
  });
  test('is flagged again when the same turns graver', () => {
    expect(covering([dismissal], found('serious', ['ambiguous', 'serious']))).toBeNull();
  });
  test('says nothing of another item, or of one that nothing speaks against', () => {
    expect(covering([{ ...dismissal, itemId: 'q-2' }], found('warning', ['ambiguous', 'warning']))).toBeNull();
    expect(covering([dismissal], found('note', ['slow', 'note']))).toBeNull();
  });
});
