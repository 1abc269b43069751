import type { Kind } from '@preceptor/assessment';
import { isRecord, type ItemDocument } from './paths.js';

export interface KindInWords { name: string; says: string }

/** Every kind as an author knows it. */
export const kindsInWords: Record<Kind, KindInWords> = {
  'single-choice': { name: 'Single choice', says: 'One of several options is right.' },
  'multiple-response': { name: 'Multiple response', says: 'Several options may be right.' },
  'true-false': { name: 'True or false', says: 'One claim that holds or does not.' },
  'extended-matching': { name: 'Extended matching', says: 'Short cases that share one long list of options.' },
  matching: { name: 'Matching', says: 'Each premise belongs to a target.' },
  categorising: { name: 'Categories', says: 'Elements are put into two or more groups.' },
  ordering: { name: 'Ordering', says: 'Steps are put into their order.' },
  matrix: { name: 'Matrix', says: 'Rows that are answered by the same columns.' },
  'fill-in': { name: 'Fill in', says: 'A word or a short text is typed.' },
  numeric: { name: 'Number', says: 'A number is typed, with or without a unit.' },
  slider: { name: 'Slider', says: 'A value is set on a scale.' },
  cloze: { name: 'Gaps in a text', says: 'Each gap is filled from a list of its own.' },
  hotspot: { name: 'Places on a picture', says: 'The right places on a picture are chosen.' },
  'graphic-gap-match': { name: 'Labels on a picture', says: 'Labels are put to their places on a picture.' },
  'graphic-order': { name: 'Order on a picture', says: 'Places on a picture are chosen in their order.' },
  passage: { name: 'Passage', says: 'A text, and several questions on it.' },
  'branching-case': { name: 'Branching case', says: 'A case that unfolds by what one decides.' },
  'script-concordance': { name: 'Script concordance', says: 'Does a finding change a hypothesis? Scored by a panel of experts.' },
  'long-text': { name: 'Long text', says: 'Written freely, scored by a person with a rubric.' },
  upload: { name: 'File or recording', says: 'A file or a recording, scored by a person with a rubric.' },
};

export const kindGroups: readonly { title: string; kinds: readonly Kind[] }[] = [
  { title: 'Choose', kinds: ['single-choice', 'multiple-response', 'true-false', 'extended-matching'] },
  { title: 'Put together', kinds: ['matching', 'categorising', 'ordering', 'matrix'] },
  { title: 'Type or set', kinds: ['fill-in', 'numeric', 'slider', 'cloze'] },
  { title: 'On a picture', kinds: ['hotspot', 'graphic-gap-match', 'graphic-order'] },
  { title: 'Judge a situation', kinds: ['passage', 'branching-case', 'script-concordance'] },
  { title: 'Scored by a person', kinds: ['long-text', 'upload'] },
];

export function kindOf(document: ItemDocument): Kind | null {
  const { kind } = document;
  return typeof kind === 'string' && Object.hasOwn(kindsInWords, kind) ? kind as Kind : null;
}

const option = (id: string, more: ItemDocument = {}): ItemDocument => ({ id, text: '', ...more });
const rubric = [{ id: 'a', title: '', levels: [{ points: 0, description: '' }, { points: 1, description: '' }] }];
const picture = { image: '', alt: '' };

/** What stands in a new item of each kind besides what all have: rows to fill, nothing else. */
const starters: Record<Kind, ItemDocument> = {
  'single-choice': { options: [option('a', { correct: true }), option('b'), option('c')] },
  'multiple-response': { options: [option('a', { correct: true }), option('b', { correct: true }), option('c'), option('d')], scoring: 'partial' },
  'true-false': { correct: true },
  'extended-matching': { options: ['a', 'b', 'c', 'd', 'e'].map((id) => option(id)), questions: [{ id: 'q-a', stem: '', answer: 'a' }, { id: 'q-b', stem: '', answer: 'b' }] },
  matching: { premises: [{ ...option('a'), target: 'd' }, { ...option('b'), target: 'e' }, { ...option('c'), target: 'f' }], targets: ['d', 'e', 'f', 'g'].map((id) => option(id)) },
  categorising: { categories: [option('a'), option('b')], elements: [{ ...option('c'), category: 'a' }, { ...option('d'), category: 'a' }, { ...option('e'), category: 'b' }, { ...option('f'), category: 'b' }] },
  ordering: { elements: ['a', 'b', 'c', 'd'].map((id) => option(id)), scoring: 'partial' },
  matrix: { perRow: 'one', columns: [option('a'), option('b')], rows: [{ ...option('c'), answer: 'a' }, { ...option('d'), answer: 'b' }] },
  'fill-in': { accept: [''] },
  numeric: { tolerance: 0 },
  slider: { min: 0, max: 10, step: 1, tolerance: 0 },
  cloze: { text: '', gaps: [{ id: 'gap-a', options: [option('a', { correct: true }), option('b'), option('c')] }] },
  hotspot: { ...picture, regions: [] },
  'graphic-gap-match': { ...picture, labels: [option('a'), option('b')], regions: [] },
  'graphic-order': { ...picture, regions: [], scoring: 'partial' },
  passage: { passage: '', questions: [{ id: 'q-a', stem: '', options: [option('a', { correct: true }), option('b'), option('c')] }] },
  'branching-case': { steps: [{ id: 'step-1', text: '', options: [option('a', { credit: 1 }), option('b', { credit: 0 })] }] },
  'script-concordance': {
    scale: [['a', 'much less likely'], ['b', 'less likely'], ['c', 'neither'], ['d', 'more likely'], ['e', 'much more likely']].map(([id, text]) => ({ id, text })),
    questions: [{ id: 'q-a', hypothesis: '', finding: '', panel: {} }],
  },
  'long-text': { rubric, maxWords: 300 },
  upload: { accept: ['application/pdf', 'image/*'], rubric },
};

/** A new item of a kind. It has no id: the bank names it. */
export function newDocument(kind: Kind): ItemDocument {
  return { kind, stem: '', statements: [], ...structuredClone(starters[kind]) };
}

/** What an item of this kind becomes as another kind: what both have stays, and what only the old had is let go. */
export function asKind(document: ItemDocument, kind: Kind): ItemDocument {
  const kept = ['id', 'stem', 'statements', 'level', 'difficulty', 'lessons', 'points', 'certainty', 'tags'].flatMap((key) => (document[key] === undefined ? [] : [[key, document[key]] as const]));
  const { feedback, options } = document;
  const mayKeepOptions = Array.isArray(options) && Array.isArray(starters[kind]['options']);
  return {
    ...newDocument(kind), ...Object.fromEntries(kept),
    ...(mayKeepOptions ? { options } : {}), ...(isRecord(feedback) && kind !== 'true-false' && document['kind'] !== 'true-false' ? { feedback } : {}),
  };
}
