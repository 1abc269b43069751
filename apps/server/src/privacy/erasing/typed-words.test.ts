import { expect, test } from '@jest/globals';
import type { TrackingEvent } from '@preceptor/tracking';
import { stateWithoutWords, withoutReason, withoutRemarks, withoutWords } from './typed-words.js';

const event = (rest: object): TrackingEvent => ({ id: 'e', at: '2026-11-28T09:00:00.000Z', session: 's', ...rest }) as TrackingEvent;
const answered = (item: string, value: unknown) => event({ type: 'item-answered', item, response: { value }, latencySeconds: 3, score: { raw: 1, max: 1, scaled: 1, outcome: 'correct' } });
const kindOf = (item: string): string | undefined => ({ essay: 'long-text', choice: 'single-choice', scan: 'upload' })[item];

test('what a learner wrote is taken out, what she chose and what it earned stays', () => {
  expect(withoutWords(event({ type: 'reflection-saved', reflection: 'r', lesson: 'l', text: 'My patient Erika …' }), kindOf)).toMatchObject({ reflection: 'r', text: '' });
  expect(withoutWords(answered('essay', 'My patient Erika …'), kindOf)).toMatchObject({ response: { value: '' }, score: { raw: 1 } });
  expect(withoutWords(answered('scan', { file: 'f', name: 'erika.pdf' }), kindOf)).toMatchObject({ response: { value: '' } });
  expect(withoutWords(answered('choice', 'a'), kindOf)).toBeNull();
  expect(withoutWords(answered('gone', 'who knows'), kindOf)).toMatchObject({ response: { value: '' } });
});

test('a stored state of progress loses the same words', () => {
  const state = { format: 'f', checks: { essay: { at: 't', response: { value: 'Erika' } }, choice: { at: 't', response: { value: 'a' } } }, attempts: { a: { started: 1, responses: { essay: { response: { value: 'Erika' } } } } } };
  const next = stateWithoutWords(state, kindOf);
  expect(next).toEqual({ ...state, checks: { essay: { at: 't', response: { value: '' } }, choice: state.checks.choice }, attempts: { a: { started: 1, responses: { essay: { response: { value: '' } } } } } });
  expect(next === null ? 'nothing' : stateWithoutWords(next, kindOf)).toBeNull();
});

test('done twice it finds nothing', () => {
  const once = withoutWords(answered('essay', 'x'), kindOf);
  expect(once === null ? 'nothing' : withoutWords(once, kindOf)).toBeNull();
  expect(withoutRemarks({ judgements: [{ c: 1 }], comments: ['Good, Erika'] })).toEqual({ judgements: [{ c: 1 }], comments: [''] });
  expect(withoutRemarks({ judgements: [{ c: 1 }], comments: [''] })).toBeNull();
  expect([withoutReason({ value: 1, reason: 'ill' }), withoutReason({ value: 1, reason: '' }), withoutReason(null)]).toEqual([{ value: 1, reason: '' }, null, null]);
});
