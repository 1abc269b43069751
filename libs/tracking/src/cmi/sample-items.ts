import type { Choice, Item, ItemBase, Kind, Picture } from '@preceptor/assessment';

const base = (id: string): ItemBase => ({ id, stemHtml: `<p>What of ${id}?</p>`, statements: [], level: 'recall', difficulty: 'easy', maxScore: 1, shuffle: false, certainty: false, lessons: [], tags: [] });
const choices = (...ids: string[]): Choice[] => ids.map((id) => ({ id, html: `<p>${id}</p>` }));
const feedback = {};
const picture: Picture = { image: 'media/x.svg', alt: 'x', width: 9, height: 9, regions: ['left', 'right'].map((id) => ({ id, label: id, shape: 'circle', coords: [1, 1, 1] })) };

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
  hotspot: { ...base('hotspot'), kind: 'hotspot', content: { ...picture, maxChoices: 1 }, key: { correct: ['left'] }, feedback },
  'script-concordance': { ...base('weigh'), kind: 'script-concordance', content: { questions: ['q1', 'q2'].map((id) => ({ id, hypothesisHtml: id, findingHtml: id })), scale: choices('less', 'same', 'more') }, key: { panel: { q1: { more: 7, same: 3 }, q2: { less: 9, same: 1 } } }, feedback },
  'branching-case': {
    ...base('case'), kind: 'branching-case', feedback, key: { credit: { 'first-step': { a: 1, b: 0.5 }, second: { c: 1 } } },
    content: { start: 'first-step', steps: [{ id: 'first-step', html: '', options: [{ id: 'a', html: 'a', next: 'second' }, { id: 'b', html: 'b', next: null }] }, { id: 'second', html: '', options: [{ id: 'c', html: 'c', next: null }, { id: 'd', html: 'd', next: null }] }] },
  },
  'graphic-gap-match': { ...base('labels'), kind: 'graphic-gap-match', content: { ...picture, labels: choices('l1', 'l2', 'l3') }, key: { placement: { left: 'l2', right: 'l3' } }, feedback },
  matrix: { ...base('grid'), kind: 'matrix', content: { rows: choices('r1', 'r2'), columns: choices('always', 'never', 'often'), perRow: 'several' }, key: { answers: { r1: ['always', 'often'], r2: ['never'] } }, feedback },
  slider: { ...base('scale'), kind: 'slider', content: { min: -5, max: 5, step: 0.5, unit: 'mg' }, key: { value: 1.5, tolerance: 0.5 }, feedback },
  'graphic-order': { ...base('tour'), kind: 'graphic-order', content: picture, key: { order: ['right', 'left'], scoring: 'partial' }, feedback },
  upload: { ...base('upload'), kind: 'upload', content: { accept: ['audio/*'], maxBytes: 1_000_000 }, key: { rubric: [] }, feedback },
  passage: { ...base('passage'), kind: 'passage', content: { passageHtml: '', questions: [{ id: 'q1', stemHtml: '', options: choices('a', 'b'), several: false }, { id: 'q2', stemHtml: '', options: choices('c', 'd', 'e'), several: true }] }, key: { answers: { q1: ['b'], q2: ['c', 'e'] } }, feedback },
  'long-text': { ...base('long'), kind: 'long-text', content: { maxWords: 500 }, key: { rubric: [] }, feedback },
} satisfies { [K in Kind]: Extract<Item, { kind: K }> };
