import { diffWordsWithSpace } from 'diff';
import { isRecord, textAt, type ItemDocument } from '../document/paths.js';

/** One field of an item, down to the single text: `key` stays when rows are moved, `path` is where it stands now. */
export interface Leaf { key: string; path: readonly (string | number)[]; label: string; value: unknown }
export interface Difference { key: string; label: string; before: unknown; after: unknown; words: Word[] | null }
export interface Word { text: string; is: 'same' | 'new' | 'gone' }

/** Keys of a document as a person calls them; those of lists stand for one row. */
const names: Record<string, string> = {
  stem: 'Question', statements: 'Statements', level: 'Level', difficulty: 'Difficulty', lessons: 'Lessons', points: 'Points', certainty: 'Certainty', tags: 'Tags', kind: 'Kind', id: 'Name', options: 'Option', elements: 'Element', premises: 'Premise', targets: 'Target',
  categories: 'Category', regions: 'Place', labels: 'Label', columns: 'Column', rows: 'Row', scale: 'Point of the scale', rubric: 'Criterion', questions: 'Question', gaps: 'Gap', steps: 'Step', levels: 'level', feedback: 'feedback', correct: 'right', incorrect: 'when not right',
  text: '', label: '', alt: 'What the picture shows', image: 'Picture', passage: 'Passage', modelAnswer: 'Model answer', shuffle: 'Random order', scoring: 'Scoring', whenTrue: 'to true', whenFalse: 'to false', accept: 'Answers', units: 'Units', unit: 'Unit', value: 'Right value',
  tolerance: 'Tolerance', next: 'leads to', coords: 'where',
};
/** Lists that are one value: their order says little, and each entry is short. */
const whole = new Set(['statements', 'lessons', 'tags', 'coords', 'accept', 'units', 'answer']);

/** Every field of a document that holds a value. */
export function leavesOf(document: ItemDocument): Leaf[] {
  const leaves: Leaf[] = [];
  const visit = (value: unknown, key: string, path: readonly (string | number)[]): void => {
    if (Array.isArray(value) && !whole.has(String(path.at(-1)))) value.forEach((row: unknown, index) => visit(row, `${key}/${textAt(row, ['id']) || index}`, [...path, index]));
    else if (isRecord(value)) for (const [name, inner] of Object.entries(value)) { if (name !== 'id' || path.length === 0) visit(inner, `${key}/${name}`, [...path, name]); } else leaves.push({ key, path, label: labelOf(path), value });
  };
  const { stem, passage, text, ...others } = document;
  // What is asked comes first, wherever it stands in the document.
  visit(Object.fromEntries(Object.entries({ stem, passage, text, ...others }).filter(([, value]) => value !== undefined)), '', []);
  return leaves;
}

/** "Option 2, feedback" for options, 1, feedback. */
export function labelOf(path: readonly (string | number)[]): string {
  const parts = path.flatMap((step, at) => (typeof step === 'number' ? [] : [typeof path[at + 1] === 'number' ? `${names[step] ?? step} ${Number(path[at + 1]) + 1}` : names[step] ?? step]));
  const said = parts.filter((part) => part !== '').join(', ');
  return said.charAt(0).toUpperCase() + said.slice(1);
}

/** What is otherwise in one document than in the other, in the order of the newer; texts word by word. */
export function differences(before: ItemDocument, after: ItemDocument): Difference[] {
  const [old, now] = [leavesOf(before), leavesOf(after)];
  const was = new Map(old.map((leaf) => [leaf.key, leaf]));
  const is = new Map(now.map((leaf) => [leaf.key, leaf]));
  const changed = now.flatMap(({ key, label, value }) => {
    const earlier = was.get(key)?.value;
    return same(earlier, value) ? [] : [differenceOf(key, label, earlier, value)];
  });
  const gone = old.filter(({ key }) => !is.has(key)).map(({ key, label, value }) => differenceOf(key, label, value, undefined));
  const moved = orderOf(before) !== orderOf(after) && changed.length + gone.length === 0 ? [{ key: 'order', label: 'Order of the rows', before: null, after: null, words: null }] : [];
  return [...changed, ...gone, ...moved];
}

function differenceOf(key: string, label: string, before: unknown, after: unknown): Difference {
  return { key, label, before, after, words: wordsBetween(inWords(before), inWords(after)) };
}

export function wordsBetween(before: string, after: string): Word[] {
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({ text: value, is: added ? 'new' : removed ? 'gone' : 'same' }));
}

/** A value as one reads it. */
export function inWords(value: unknown): string {
  if (value === undefined || value === null || value === '') return '';
  if (value === true) return 'yes';
  if (value === false) return 'no';
  if (Array.isArray(value)) return value.map(inWords).join(', ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const orderOf = (document: ItemDocument): string => leavesOf(document).map(({ key }) => key).join('\n');
