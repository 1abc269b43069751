import type { CaseOption, Choice, Item, ItemBase, ItemOf, Kind, Picture } from './item.js';

/** One sound item of each kind, for tests. */
export const sampleItems: { [K in Kind]: ItemOf<K> } = {
  'single-choice': {
    ...base('one'), kind: 'single-choice',
    content: { options: choices('a', 'b', 'c', 'd') },
    key: { correct: 'c' },
    feedback: { correctHtml: 'Right.', incorrectHtml: 'Read again.', byChoice: { a: 'not a', b: 'not b', c: 'yes c', d: 'not d' } },
  },
  'multiple-response': {
    ...base('several'), kind: 'multiple-response',
    content: { options: choices('a', 'b', 'c', 'd', 'e') },
    key: { correct: ['b', 'd', 'e'], scoring: 'partial' },
    feedback: { byChoice: { a: 'not a', b: 'yes b' } },
  },
  'true-false': {
    ...base('whether'), kind: 'true-false', content: {}, key: { correct: false },
    feedback: { byChoice: { true: 'no', false: 'yes' } },
  },
  matching: {
    ...base('pairs'), kind: 'matching',
    content: { premises: choices('p1', 'p2', 'p3'), targets: choices('t1', 't2', 't3', 't4') },
    key: { pairs: { p1: 't2', p2: 't4', p3: 't1' } },
    feedback: { byChoice: { p1: 'of p1', p2: 'of p2', p3: 'of p3' } },
  },
  ordering: {
    ...base('steps'), kind: 'ordering',
    content: { elements: choices('w', 'x', 'y', 'z') },
    key: { order: ['y', 'w', 'z', 'x'], scoring: 'partial' },
    feedback: {},
  },
  categorising: {
    ...base('sorts'), kind: 'categorising',
    content: { elements: choices('e1', 'e2', 'e3', 'e4'), categories: choices('k1', 'k2') },
    key: { placement: { e1: 'k2', e2: 'k1', e3: 'k1', e4: 'k2' } },
    feedback: { byChoice: { e1: 'of e1' } },
  },
  'fill-in': {
    ...base('word'), kind: 'fill-in', content: { expectedLength: 12 },
    key: { accept: [{ text: 'Référence' }, { pattern: 'colou?r(s|ed)?' }], caseSensitive: false, accentSensitive: false },
    feedback: {},
  },
  numeric: {
    ...base('number'), kind: 'numeric', content: { units: ['mg', 'g'] },
    key: { value: 1234.5, tolerance: 0.5, toleranceKind: 'absolute', unit: 'mg' },
    feedback: {},
  },
  cloze: {
    ...base('gaps'), kind: 'cloze',
    content: {
      textHtml: 'A <span data-gap="g1"></span> and a <span data-gap="g2"></span>.',
      gaps: [{ id: 'g1', options: choices('a', 'b') }, { id: 'g2', options: choices('c', 'd', 'e') }],
    },
    key: { gaps: { g1: 'b', g2: 'c' } },
    feedback: { byChoice: { a: 'not a', b: 'yes b' } },
  },
  'extended-matching': {
    ...base('cases'), kind: 'extended-matching',
    content: { options: choices('o1', 'o2', 'o3', 'o4', 'o5'), questions: [{ id: 'q1', stemHtml: '<p>First</p>' }, { id: 'q2', stemHtml: '<p>Second</p>' }] },
    key: { answers: { q1: 'o4', q2: 'o4' } },
    feedback: { byChoice: { q1: 'of q1' } },
  },
  hotspot: {
    ...base('picture'), kind: 'hotspot',
    content: { ...room(), maxChoices: 2 },
    key: { correct: ['r2', 'r4'] },
    feedback: { byChoice: { r1: 'not the door' } },
  },
  'long-text': {
    ...base('essay'), kind: 'long-text', content: { minWords: 10, maxWords: 300 },
    key: {
      rubric: [
        { id: 'clear', title: 'Clear', levels: [{ points: 0, description: 'no' }, { points: 1, description: 'partly' }, { points: 2, description: 'yes' }] },
        { id: 'safe', title: 'Safe', levels: [{ points: 0, description: 'no' }, { points: 4, description: 'yes' }] },
      ],
      modelAnswerHtml: '<p>A model.</p>',
    },
    feedback: {},
  },
  'script-concordance': {
    ...base('weighing'), kind: 'script-concordance',
    content: {
      questions: [
        { id: 'q1', hypothesisHtml: '<p>If you were thinking of this</p>', findingHtml: '<p>and then found that</p>' },
        { id: 'q2', hypothesisHtml: '<p>If you were thinking of more</p>', findingHtml: '<p>and then found less</p>' },
      ],
      scale: choices('m2', 'm1', 'zero', 'p1', 'p2'),
    },
    key: { panel: { q1: { m2: 0, m1: 1, zero: 2, p1: 8, p2: 4 }, q2: { m2: 6, m1: 5, zero: 4 } } },
    feedback: { byChoice: { q1: 'of q1' } },
  },
  'branching-case': {
    ...base('unfolding'), kind: 'branching-case',
    content: {
      start: 'first',
      steps: [
        { id: 'first', html: '<p>It begins.</p>', options: options({ a: 'second', b: 'third', c: null }) },
        { id: 'second', html: '<p>It goes well.</p>', options: options({ d: null, e: 'third' }) },
        { id: 'third', html: '<p>It goes badly.</p>', options: options({ f: null, g: null }) },
      ],
    },
    key: { credit: { first: { a: 1, b: 0.3 }, second: { d: 0.2, e: 0.1 }, third: { f: 0.7 } } },
    feedback: { byChoice: { a: 'yes a', c: 'not c' } },
  },
  'graphic-gap-match': {
    ...base('labels'), kind: 'graphic-gap-match',
    content: { ...room(), labels: choices('l1', 'l2', 'l3', 'l4', 'l5') },
    key: { placement: { r1: 'l3', r2: 'l1', r3: 'l3', r4: 'l5' } },
    feedback: { byChoice: { r1: 'of r1' } },
  },
  matrix: {
    ...base('grid'), kind: 'matrix',
    content: { rows: choices('w1', 'w2', 'w3'), columns: choices('c1', 'c2', 'c3', 'c4'), perRow: 'several' },
    key: { answers: { w1: ['c1', 'c3'], w2: ['c2'], w3: ['c1', 'c2', 'c4'] } },
    feedback: { byChoice: { w1: 'of w1' } },
  },
  slider: {
    ...base('scale'), kind: 'slider',
    content: { min: -1, max: 2, step: 0.1, unit: 'mg', minLabel: 'little', maxLabel: 'much' },
    key: { value: 0.7, tolerance: 0.2 },
    feedback: {},
  },
  'graphic-order': {
    ...base('tour'), kind: 'graphic-order', content: room(),
    key: { order: ['r3', 'r1', 'r4', 'r2'], scoring: 'partial' },
    feedback: {},
  },
  upload: {
    ...base('recording'), kind: 'upload',
    content: { accept: ['audio/*', 'application/pdf'], maxBytes: 5_000_000, record: 'audio' },
    key: {
      rubric: [{ id: 'heard', title: 'Heard', levels: [{ points: 0, description: 'no' }, { points: 3, description: 'yes' }] }],
      modelAnswerHtml: '<p>A model.</p>',
    },
    feedback: {},
  },
  passage: {
    ...base('reading'), kind: 'passage',
    content: {
      passageHtml: '<p>A text to read.</p>',
      questions: [
        { id: 'q1', stemHtml: '<p>Which one?</p>', options: choices('a', 'b', 'c'), several: false },
        { id: 'q2', stemHtml: '<p>Which ones?</p>', options: choices('d', 'e', 'f', 'g'), several: true },
      ],
    },
    key: { answers: { q1: ['b'], q2: ['d', 'g'] } },
    feedback: { byChoice: { a: 'not a', d: 'yes d' } },
  },
};

export const everySample: Item[] = Object.values(sampleItems);

function base(id: string): ItemBase {
  return {
    id, stemHtml: `<p>Which of these is it (${id})?</p>`, statements: ['s01'], level: 'application', difficulty: 'medium',
    maxScore: 1, shuffle: true, certainty: false, lessons: ['lesson-one'], tags: ['sample'],
  };
}

function choices(...ids: string[]): Choice[] {
  return ids.map((id) => ({ id, html: `<em>The ${id}</em> &amp; more` }));
}

function options(next: Record<string, string | null>): CaseOption[] {
  return choices(...Object.keys(next)).map((choice) => ({ ...choice, next: next[choice.id] ?? null }));
}

function room(): Picture {
  return {
    image: 'media/room.svg', alt: 'A room', width: 400, height: 300,
    regions: [
      { id: 'r1', label: 'door', shape: 'rect', coords: [0, 0, 50, 90] },
      { id: 'r2', label: 'lamp', shape: 'circle', coords: [200, 40, 20] },
      { id: 'r3', label: 'rug', shape: 'polygon', coords: [10, 200, 300, 200, 150, 290] },
      { id: 'r4', label: 'window', shape: 'rect', coords: [300, 20, 60, 60] },
    ],
  };
}
