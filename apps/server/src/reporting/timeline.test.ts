import { expect, test } from '@jest/globals';
import { sampleOutline } from '@preceptor/tracking/contract';
import { sentenceOf } from './timeline.js';

const submitted = (scaled: number, passed: boolean | null) => sentenceOf({ id: 'e', at: '2026-11-24T10:00:00Z', session: 's', type: 'attempt-submitted', attempt: 'a', assessment: 'final', score: { raw: scaled, max: 1, scaled, passed } }, sampleOutline());

test('an attempt that just missed the mark is not told as if it had reached it', () => {
  expect(submitted(0.796, false)).toContain(': 79 %, not passed.');
  expect(submitted(0.8, true)).toContain(': 80 %, passed.');
  expect(submitted(0.5, null)).toContain(': 50 %.');
});

test('what somebody answered or wrote is not told', () => {
  const told = sentenceOf({ id: 'e', at: '2026-11-24T10:00:00Z', session: 's', type: 'reflection-saved', lesson: 'nowhere', reflection: 'r', text: 'a secret of mine' }, sampleOutline());
  expect(told).toBe('Wrote a reflection in “nowhere”.');
});
