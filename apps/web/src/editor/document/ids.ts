import { isRecord, rowsAt, textAt, valueAt, withValue, type ItemDocument, type Path } from './paths.js';

/** Lists of a kind whose rows have ids, and how the compiler names those that have none: see libs/course, source/items. */
interface IdList { at: string; prefix?: string; /** the list in each row, whose ids are counted over all of them */ within?: string }
const lists: readonly IdList[] = [
  { at: 'options' }, { at: 'elements' }, { at: 'targets' }, { at: 'premises' }, { at: 'categories' }, { at: 'regions' }, { at: 'labels' }, { at: 'columns' }, { at: 'rows' },
  { at: 'scale' }, { at: 'rubric' }, { at: 'questions', prefix: 'q-', within: 'options' }, { at: 'gaps', within: 'options' }, { at: 'steps', within: 'options' },
];

/** a to z, then aa, ab … */
export function letterId(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : letterId(Math.floor(index / 26) - 1) + last;
}

/**
 * The same item with the ids written out that its compiler would give by place, so that rows can be moved and removed
 * without an answer becoming another.
 */
export function withIds(document: ItemDocument): ItemDocument {
  return lists.reduce((named, { at, prefix = '', within }) => {
    if (!Array.isArray(named[at])) return named;
    let count = 0;
    return withValue(named, [at], rowsAt(named, [at]).map((row, index) => {
      const own = hasId(row) ? row : { id: `${prefix}${letterId(index)}`, ...row };
      if (within === undefined || !Array.isArray(own[within])) return own;
      return { ...own, [within]: rowsAt(own, [within]).map((option) => {
        const place = letterId(count);
        count += 1;
        return hasId(option) ? option : { id: place, ...option };
      }) };
    }));
  }, document);
}

const hasId = (row: ItemDocument): boolean => typeof row['id'] === 'string';

/** An id that nothing in the item has: unique in the whole of it, as some kinds ask. */
export function freshId(document: ItemDocument, prefix = ''): string {
  const taken = new Set<string>();
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(collect);
    else if (isRecord(value)) {
      if (typeof value['id'] === 'string') taken.add(value['id']);
      Object.values(value).forEach(collect);
    }
  };
  Object.values(document).forEach(collect);
  for (let index = 0; ; index += 1) {
    const id = `${prefix}${letterId(index)}`;
    if (!taken.has(id)) return id;
  }
}

/** Parts of the form that are there though the document has nothing of them yet. */
const alwaysShown = new Set(['feedback', 'statements', 'stem', 'rubric']);

/** The way to what item lint calls `options.b`, `gaps.g1.c` or `rubric.a`; what has no such place is said of the whole list. */
export function placeOfFinding(document: ItemDocument, place: string): Path {
  let path: (string | number)[] = [];
  for (const step of place.split('.')) {
    const here = valueAt(document, path);
    if (Array.isArray(here)) {
      const index = here.findIndex((row) => textAt(row, ['id']) === step);
      if (index === -1) return path;
      path = [...path, index];
    } else if (isRecord(here) && (Object.hasOwn(here, step) || (path.length === 0 && alwaysShown.has(step)))) path = [...path, step];
    else if (isRecord(here) && Array.isArray(here['options'])) {
      const index = rowsAt(here, ['options']).findIndex((row) => row['id'] === step);
      return index === -1 ? path : [...path, 'options', index];
    } else return path;
  }
  return path;
}
