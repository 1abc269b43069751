import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { contractEvents } from './contract-events.js';
import { eventProblems } from './errors.js';
import { notInCourse } from './in-course.js';
import { parseEvent } from './parse-event.js';
import { sampleOutline } from './sample-course.js';
import { uuidv7 } from './uuidv7.js';

const now = Date.now();
const fields = { id: uuidv7(), at: new Date(now).toISOString(), session: uuidv7() };
const parse = (event: unknown) => parseEvent(event, { now });
const answer = (value: unknown, more: object = {}) => ({ ...fields, type: 'item-answered', item: 'legal-01', response: { value }, latencySeconds: 4, ...more });
const reflection = (text: unknown) => ({ ...fields, type: 'reflection-saved', reflection: 'r', lesson: 'l', text });

test('every event that a player reports comes through as it is', () => {
  for (const event of [...contractEvents.all(), ...contractEvents.submitted()]) expect(parseEvent(event, { now, scores: true })).toEqual({ event });
});
test('a score that the sender claims is left out unless it is asked for', () => {
  const score = { raw: 1, max: 1, scaled: 1, outcome: 'correct' };
  expect(parse(answer('a', { score }))).not.toHaveProperty('event.score');
  expect(parseEvent(answer('a', { score }), { now, scores: true })).toHaveProperty('event.score', score);
  expect(parse(answer('a', { score: 'no score at all' }))).toHaveProperty('event');
});
test('what a type does not have is left out, and null is as absent', () => {
  expect(parse({ ...fields, type: 'acknowledged', admin: true, lesson: 'x' })).toEqual({ event: { ...fields, type: 'acknowledged' } });
  expect(parse(answer('a', { attempt: null, lesson: null }))).toEqual({ event: answer('a') });
});
test('times and ids are brought into one form, so that they compare', () => {
  expect(parse({ ...fields, id: fields.id.toUpperCase(), at: '2026-01-02T03:04:05Z', type: 'acknowledged' })).toMatchObject({ event: { id: fields.id, at: '2026-01-02T03:04:05.000Z' } });
  expect(parse({ ...fields, at: '2026-01-02T03:04:05.123456Z', type: 'acknowledged' })).toMatchObject({ event: { at: '2026-01-02T03:04:05.123Z' } });
});
test('NUL is removed and half of a pair becomes U+FFFD, in texts and in the depth of a response', () => {
  expect(parse(reflection('a\0b\ud83dc🙂'))).toMatchObject({ event: { text: 'ab\ufffdc🙂' } });
  expect(parse(answer({ 'g\0': ['\udc00', { x: 'y\0' }] }))).toMatchObject({ event: { response: { value: { g: ['\ufffd', { x: 'y' }] } } } });
});

describe('is refused, with the field at fault', () => {
  const uuid = { type: 'launched', resumed: true };
  const cases: [string, unknown, keyof typeof eventProblems, string[]][] = [
    ['what is no object', 'launched', 'EVENT_NOT_AN_OBJECT', []],
    ['a list', [], 'EVENT_NOT_AN_OBJECT', []],
    ['an unknown type', { ...fields, type: 'toString' }, 'EVENT_TYPE_UNKNOWN', ['type']],
    ['an id that is none', { ...fields, ...uuid, id: '1; DROP TABLE' }, 'EVENT_ID_INVALID', ['id']],
    ['an id that is a number', { ...fields, ...uuid, id: 7 }, 'EVENT_ID_INVALID', ['id']],
    ['a session without end', { ...fields, ...uuid, session: 'x'.repeat(1e6) }, 'EVENT_ID_INVALID', ['session']],
    ['an attempt that is no id', answer('a', { attempt: 'mine' }), 'EVENT_ID_INVALID', ['attempt']],
    ['a lesson of another form', { ...fields, type: 'lesson-opened', lesson: '__proto__' }, 'EVENT_NAME_INVALID', ['lesson']],
    ['a lesson too long', { ...fields, type: 'lesson-opened', lesson: 'l'.repeat(65) }, 'EVENT_NAME_INVALID', ['lesson']],
    ['no item', { ...answer('a'), item: undefined }, 'EVENT_NAME_INVALID', ['item']],
    ['a time with a zone', { ...fields, ...uuid, at: '2026-01-01T00:00:00+01:00' }, 'EVENT_TIME_INVALID', ['at']],
    ['a day that is none', { ...fields, ...uuid, at: '2026-13-41T00:00:00Z' }, 'EVENT_TIME_INVALID', ['at']],
    ['a time as a number', { ...fields, ...uuid, at: now }, 'EVENT_TIME_INVALID', ['at']],
    ['the future', { ...fields, ...uuid, at: new Date(now + 301_000).toISOString() }, 'EVENT_TIME_IN_FUTURE', ['at']],
    ['another century', { ...fields, ...uuid, at: '1999-12-31T23:59:59Z' }, 'EVENT_TIME_TOO_EARLY', ['at']],
    ['resumed as a word', { ...fields, type: 'launched', resumed: 'yes' }, 'EVENT_BOOLEAN_INVALID', ['resumed']],
    ['a position beyond the end', { ...fields, type: 'position', lesson: 'l', position: 1.01 }, 'EVENT_NUMBER_INVALID', ['position']],
    ['a position that is no number', { ...fields, type: 'position', lesson: 'l', position: NaN }, 'EVENT_NUMBER_INVALID', ['position']],
    ['seconds below nothing', { ...fields, type: 'session-ended', seconds: -1 }, 'EVENT_NUMBER_INVALID', ['seconds']],
    ['seconds for ever', { ...fields, type: 'session-ended', seconds: Infinity }, 'EVENT_NUMBER_INVALID', ['seconds']],
    ['a reflection that is no text', reflection(['a']), 'EVENT_TEXT_INVALID', ['text']],
    ['a reflection too long', reflection('x'.repeat(10_001)), 'EVENT_TEXT_TOO_LONG', ['text']],
    ['an answer without a response', { ...answer('a'), response: 'a' }, 'EVENT_RESPONSE_INVALID', ['response']],
    ['an answer that is no JSON', answer(() => 'a'), 'EVENT_RESPONSE_INVALID', ['response']],
    ['a certainty of four', answer('a', { response: { value: 'a', certainty: 4 } }), 'EVENT_RESPONSE_INVALID', ['response']],
    ['an answer of 20 kB', answer('é'.repeat(10_001)), 'EVENT_RESPONSE_TOO_LARGE', ['response']],
    ['an answer of a thousand parts', answer(Array.from({ length: 2001 }, () => 1)), 'EVENT_RESPONSE_TOO_LARGE', ['response']],
    ['an answer too deep', answer(JSON.parse('['.repeat(5000) + ']'.repeat(5000))), 'EVENT_RESPONSE_TOO_LARGE', ['response']],
  ];
  test.each(cases)('%s', (_what, event, code, path) => {
    expect(parse(event)).toEqual({ code, path, message: expect.stringMatching(/^[A-Za-z]/) });
  });
  test('a claimed score that is none', () => {
    for (const score of [5, { raw: 1, max: 1, scaled: 2, outcome: 'correct' }, { raw: 1, max: 1, scaled: 1, outcome: 'great' }]) expect(parseEvent(answer('a', { score }), { now, scores: true })).toMatchObject({ code: 'EVENT_SCORE_INVALID', path: ['score'] });
  });
  test('what the course does not have', () => {
    const outline = sampleOutline();
    for (const event of contractEvents.all()) expect(notInCourse(event, outline)).toBeNull();
    const lost = [
      { ...fields, type: 'lesson-opened' as const, lesson: 'constructor' }, { ...fields, type: 'attempt-started' as const, attempt: 'a', assessment: 'gone', seed: 's' },
      { ...fields, type: 'reflection-saved' as const, reflection: 'gone', lesson: 'lesson-0-0', text: '' }, { ...fields, type: 'item-answered' as const, item: 'gone', response: { value: 1 }, latencySeconds: 1 },
    ];
    expect(lost.map((event) => notInCourse(event, outline)?.path)).toEqual([['lesson'], ['assessment'], ['reflection'], ['item']]);
  });
  test('with a sentence for every code', () => {
    for (const sentence of Object.values(eventProblems)) expect(sentence).toMatch(/^(NAME|[A-Z]).*\.$/s);
  });
});

test('whatever comes in, is parsed or refused, never thrown at', () => {
  const junk = fc.record({ ...Object.fromEntries(Object.keys(fields).map((key) => [key, fc.anything()])), type: fc.constantFrom('position', 'item-answered', 'attempt-submitted', 'reflection-saved', 'x'), response: fc.anything(), score: fc.anything(), text: fc.anything() }, { requiredKeys: [] });
  fc.assert(fc.property(fc.oneof(fc.anything(), junk, junk.map((rest) => ({ ...rest, ...fields }))), (value) => {
    const parsed = parseEvent(value, { now, scores: true });
    expect('event' in parsed || parsed.code in eventProblems).toBe(true);
    if ('event' in parsed) expect(parseEvent(JSON.parse(JSON.stringify(parsed.event)), { now, scores: true })).toEqual({ event: JSON.parse(JSON.stringify(parsed.event)) });
  }), { numRuns: 500 });
});

test('ids made by the client are of version 7, ordered by time and never the same', () => {
  const ids = Array.from({ length: 500 }, (_, at) => uuidv7(1_700_000_000_000 + at));
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(ids.toSorted()).toEqual(ids);
  expect(Number.parseInt(uuidv7(1_700_000_000_123).replaceAll('-', '').slice(0, 12), 16)).toBe(1_700_000_000_123);
  expect(new Set(Array.from({ length: 500 }, () => uuidv7(1))).size).toBe(500);
});
