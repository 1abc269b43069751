import type { ItemRow, ItemValues } from '../authoring.entity.js';
import type { ItemDocument } from '../items/read-document.js';

/** What is done to many items at once. */
export type Change =
  | { is: 'tags' | 'statements'; add: readonly string[]; remove: readonly string[] }
  | { is: 'level' | 'difficulty'; value: string }
  | { is: 'folder'; folderId: string | null; bankId: string }
  | { is: 'retire' };
/** Why a change leaves an item out. */
export type Refusal = 'retired' | 'in-review' | 'other-bank' | 'unknown-statement' | 'too-many';
export type Outcome = { is: 'change'; was: ItemValues; now: ItemValues } | { is: 'same' } | { is: 'refused'; why: Refusal };

const most = { tags: 50, statements: 50 };

/** What a change makes of an item. `statements`: those that its bank's course has; null: the bank is of no course. */
export function outcomeOf(row: ItemRow, change: Change, statements: ReadonlySet<string> | null): Outcome {
  switch (change.is) {
    case 'tags': case 'statements': {
      if (row.state === 'retired') return refused('retired');
      const was = row[change.is];
      const now = [...was.filter((value) => !change.remove.includes(value)), ...change.add.filter((value) => !was.includes(value))];
      if (now.length > most[change.is]) return refused('too-many');
      if (change.is === 'statements' && statements !== null && now.some((value) => !was.includes(value) && !statements.has(value))) return refused('unknown-statement');
      return sameList(was, now) ? { is: 'same' } : { is: 'change', was: { [change.is]: was }, now: { [change.is]: now } };
    }
    case 'level': case 'difficulty': {
      if (row.state === 'retired') return refused('retired');
      return row[change.is] === change.value ? { is: 'same' } : { is: 'change', was: { [change.is]: row[change.is] }, now: { [change.is]: change.value } };
    }
    case 'folder': {
      if (row.bankId !== change.bankId) return refused('other-bank');
      return row.folderId === change.folderId ? { is: 'same' } : { is: 'change', was: { folderId: row.folderId }, now: { folderId: change.folderId } };
    }
    case 'retire': {
      if (row.state === 'in-review') return refused('in-review');
      return row.state === 'retired' ? { is: 'same' } : { is: 'change', was: { state: row.state }, now: { state: 'retired' } };
    }
  }
}

/**
 * What takes a change back from an item as it is today: of each value that the change gave and that still stands, the
 * one before. Null: nothing of it is left to take back, somebody has changed it since.
 */
export function takenBack(row: ItemRow, was: ItemValues, now: ItemValues): ItemValues | null {
  const back: ItemValues = {};
  for (const name of ['tags', 'statements'] as const) {
    const [before, after] = [was[name], now[name]];
    if (before === undefined || after === undefined || row.state === 'retired') continue;
    const list = [...row[name].filter((value) => before.includes(value) || !after.includes(value)), ...before.filter((value) => !after.includes(value) && !row[name].includes(value))];
    if (!sameList(row[name], list)) back[name] = list;
  }
  for (const name of ['level', 'difficulty'] as const) {
    if (now[name] !== undefined && row[name] === now[name] && row.state !== 'retired') back[name] = was[name] ?? null;
  }
  if (now.folderId !== undefined && row.folderId === now.folderId) back.folderId = was.folderId ?? null;
  if (now.state !== undefined && row.state === now.state && was.state !== undefined) back.state = was.state;
  return Object.keys(back).length === 0 ? null : back;
}

/** The document with other tags, statements, level or difficulty; a value of null is taken out. */
export function withValues(document: ItemDocument, { tags, statements, level, difficulty }: ItemValues): ItemDocument {
  const next = { ...document };
  for (const [name, value] of Object.entries({ tags, statements, level, difficulty })) {
    if (value === null || (name === 'tags' && Array.isArray(value) && value.length === 0)) delete next[name];
    else if (value !== undefined) next[name] = value;
  }
  return next;
}

/** Whether the values stand in the item's document, so that they make a revision. */
export function isOfDocument(values: ItemValues): boolean {
  return ['tags', 'statements', 'level', 'difficulty'].some((name) => name in values);
}

/** Whether an approved item with such a change must be looked at again: what it asks and how hard it is, is a reviewer's matter; tags and folders are not. */
export function needsReview(values: ItemValues): boolean {
  return ['statements', 'level', 'difficulty'].some((name) => name in values);
}

const refused = (why: Refusal): Outcome => ({ is: 'refused', why });

function sameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value, index) => value === other[index]);
}
