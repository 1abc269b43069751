import { describe, expect, test } from '@jest/globals';
import type { Item, ItemBase } from '@preceptor/assessment';
import { interactionOf } from '@preceptor/tracking';
import { answeredOf } from './statements.js';

const base: ItemBase = { id: 'one', stemHtml: '<p>Which way?</p>', statements: [], level: 'recall', difficulty: 'easy', maxScore: 1, shuffle: false, certainty: false, lessons: [], tags: [] };
const choices = (...ids: string[]) => ids.map((id) => ({ id, html: id }));
const regions = ['north', 'south'].map((id) => ({ id, label: id, shape: 'circle' as const, coords: [1, 1, 1] }));
const picture = { image: 'media/x.svg', alt: 'x', width: 9, height: 9, regions };
const ids = (...all: string[]) => all.map((id) => ({ id }));

/** What xAPI 1.0.3, Part Two, appendix C has: the type, the parts that it names for that type, and the response. */
const told: [Item, response: unknown, definition: object, said: string][] = [
  [
    { ...base, kind: 'script-concordance', content: { questions: choices('q1').map(({ id }) => ({ id, hypothesisHtml: '', findingHtml: '' })), scale: choices('less', 'more') }, key: { panel: { q1: { less: 9 } } }, feedback: {} }, { q1: 'more' },
    { interactionType: 'matching', source: ids('q1'), target: ids('less', 'more'), correctResponsesPattern: ['q1[.]less'] }, 'q1[.]more',
  ],
  [
    {
      ...base, kind: 'branching-case', key: { credit: { first: { slow: 1 }, second: { stop: 1 } } }, feedback: {},
      content: { start: 'first', steps: [{ id: 'first', html: '', options: [{ id: 'slow', html: '', next: 'second' }, { id: 'full', html: '', next: null }] }, { id: 'second', html: '', options: [{ id: 'stop', html: '', next: null }, { id: 'turn', html: '', next: null }] }] },
    }, { first: 'slow', second: 'turn' },
    { interactionType: 'performance', steps: ids('first', 'second'), correctResponsesPattern: ['first[.]slow[,]second[.]stop'] }, 'first[.]slow[,]second[.]turn',
  ],
  [
    { ...base, kind: 'graphic-gap-match', content: { ...picture, labels: choices('red', 'green') }, key: { placement: { north: 'red' } }, feedback: {} }, { north: 'green' },
    { interactionType: 'matching', source: ids('north', 'south'), target: ids('green', 'red'), correctResponsesPattern: ['north[.]red'] }, 'north[.]green',
  ],
  [
    { ...base, kind: 'matrix', content: { rows: choices('calm'), columns: choices('wind', 'tide'), perRow: 'several' }, key: { answers: { calm: ['tide', 'wind'] } }, feedback: {} }, { calm: ['wind', 'tide'] },
    { interactionType: 'matching', source: ids('calm'), target: ids('tide', 'wind'), correctResponsesPattern: ['calm[.]tide[,]calm[.]wind'] }, 'calm[.]tide[,]calm[.]wind',
  ],
  [
    { ...base, kind: 'slider', content: { min: 0, max: 10, step: 0.5 }, key: { value: 2, tolerance: 0.5 }, feedback: {} }, 7.5,
    { interactionType: 'numeric', correctResponsesPattern: ['1.5[:]2.5'] }, '7.5',
  ],
  [
    { ...base, kind: 'graphic-order', content: picture, key: { order: ['south', 'north'], scoring: 'partial' }, feedback: {} }, ['north', 'south'],
    { interactionType: 'sequencing', choices: ids('north', 'south'), correctResponsesPattern: ['south[,]north'] }, 'north[,]south',
  ],
  [
    { ...base, kind: 'upload', content: { accept: ['audio/*'], maxBytes: 9 }, key: { rubric: [] }, feedback: {} }, { file: 'elsewhere', name: 'By mail to Ms Okafor', mediaType: 'audio/unknown', bytes: 1 },
    { interactionType: 'long-fill-in', correctResponsesPattern: [] }, 'By mail to Ms Okafor',
  ],
  [
    { ...base, kind: 'passage', content: { passageHtml: '', questions: [{ id: 'when', stemHtml: '', options: choices('then', 'late'), several: false }] }, key: { answers: { when: ['then'] } }, feedback: {} }, { when: ['late'] },
    { interactionType: 'matching', source: ids('when'), target: ids('late', 'then'), correctResponsesPattern: ['when[.]then'] }, 'when[.]late',
  ],
];

describe('an answer told by xAPI', () => {
  test.each(told.map((row) => [row[0].kind, ...row] as const))('to an item of the kind %s names its type, its parts, what is right and what was answered', (_, item, value, definition, said) => {
    const { object, result } = answeredOf(interactionOf(item, { value }, { raw: 0, max: 1, scaled: 0.5, outcome: 'partial' }, { at: '2026-11-24T09:30:05.678Z', latencySeconds: 4 }), 'https://a.example/au', 'en', true);
    expect(object).toEqual({ id: 'https://a.example/au/items/one', definition: { type: 'http://adlnet.gov/expapi/activities/cmi.interaction', description: { en: 'Which way?' }, ...definition } });
    expect(result).toEqual({ response: said, duration: 'PT4S', success: false, score: { scaled: 0.5 } });
  });
});
