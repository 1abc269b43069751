import type { Choice, Item, ItemBase, Kind } from '@preceptor/assessment';

const base = (id: string): ItemBase => ({ id, stemHtml: `<p>What of ${id}?</p>`, statements: [], level: 'recall', difficulty: 'easy', maxScore: 1, shuffle: false, certainty: false, lessons: [], tags: [] });
const choices = (...ids: string[]): Choice[] => ids.map((id) => ({ id, html: `<p>${id}</p>` }));
const feedback = {};

/** One item of each kind, for tests; some with an author's ids, some with the letters that the compiler gives. */
export const sampleItems = {
  'single-choice': { ...base('single'), kind: 'single-choice', content: { options: choices('a', 'b', 'c', 'd') }, key: { correct: 'b' }, feedback },
  'multiple-response': { ...base('multiple'), kind: 'multiple-response', content: { options: choices('monitor', 'consult', 'refer', 'wait') }, key: { correct: ['monitor', 'consult'], scoring: 'partial' }, feedback },
  'true-false': { ...base('true'), kind: 'true-false', content: {}, key: { correct: false }, feedback },
  matching: { ...base('match'), kind: 'matching', content: { premises: choices('p1', 'p2'), targets: choices('t1', 't2', 't3') }, key: { pairs: { p1: 't2', p2: 't1' } }, feedback },
  ordering: { ...base('order'), kind: 'ordering', content: { elements: choices('a', 'b', 'c') }, key: { order: ['c', 'a', 'b'], scoring: 'partial' }, feedback },
  categorising: { ...base('categorise'), kind: 'categorising', content: { elements: choices('a', 'b'), categories: choices('on-label', 'off-label') }, key: { placement: { a: 'on-label', b: 'off-label' } }, feedback },
  'fill-in': { ...base('fill'), kind: 'fill-in', content: {}, key: { accept: [{ text: 'informed consent' }, { text: 'consent' }, { pattern: 'consents?' }], caseSensitive: false, accentSensitive: false }, feedback },
  numeric: { ...base('number'), kind: 'numeric', content: {}, key: { value: -2.5, tolerance: 0.1, toleranceKind: 'absolute' }, feedback },
  cloze: { ...base('cloze'), kind: 'cloze', content: { textHtml: '', gaps: [{ id: 'g1', options: choices('a', 'b') }, { id: 'g2', options: choices('c', 'd') }] }, key: { gaps: { g1: 'a', g2: 'd' } }, feedback },
  'extended-matching': { ...base('emq'), kind: 'extended-matching', content: { options: choices('a', 'b', 'c'), questions: [{ id: 'q1', stemHtml: '' }, { id: 'q2', stemHtml: '' }] }, key: { answers: { q1: 'a', q2: 'c' } }, feedback },
  hotspot: { ...base('hotspot'), kind: 'hotspot', content: { image: 'media/x.svg', alt: 'x', width: 9, height: 9, maxChoices: 1, regions: ['left', 'right'].map((id) => ({ id, label: id, shape: 'circle', coords: [1, 1, 1] })) }, key: { correct: ['left'] }, feedback },
  'long-text': { ...base('long'), kind: 'long-text', content: { maxWords: 500 }, key: { rubric: [] }, feedback },
} satisfies { [K in Kind]: Extract<Item, { kind: K }> };
