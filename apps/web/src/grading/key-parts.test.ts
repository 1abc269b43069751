import { expect, test } from '@jest/globals';
import { everySample, sampleItems } from '../../../../libs/assessment/src/sample-items.js';
import { keyInWords, keyOf, partsOf } from './key-parts.js';

const text = (html: string) => html.replaceAll(/<[^>]+>/g, '');

test('the parts of a key that nobody changed make the same key again, for every kind', () => {
  for (const item of everySample) {
    const parts = partsOf(item, text);
    if (parts !== null) expect({ kind: item.kind, key: keyOf(item, parts) }).toEqual({ kind: item.kind, key: item.key });
  }
  expect(everySample.filter((item) => partsOf(item, text) === null).map(({ kind }) => kind)).toEqual(['long-text', 'script-concordance', 'branching-case', 'upload']);
});

test('another choice makes another key, and is said in words', () => {
  const item = sampleItems['single-choice'];
  const [part] = partsOf(item, text) ?? [];
  const other = part?.options.find(({ id }) => id !== item.key.correct);
  if (part === undefined || other === undefined) throw new Error('the sample has one option only');
  expect(keyOf(item, [{ ...part, chosen: [other.id] }])).toEqual({ correct: other.id });
  expect(keyInWords({ ...item, key: { correct: other.id } }, text)).toEqual([other.label]);
});
