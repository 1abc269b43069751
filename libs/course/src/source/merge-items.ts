import { canonicalJson } from '../canonical.js';

type Written = Record<string, unknown>;

/** A field that both sides changed, each in its own way; undefined: it is not there. */
export interface FieldConflict { field: string; base: unknown; mine: unknown; theirs: unknown }
export interface Merged {
  /** null: it is gone */
  item: Written | null;
  /** where they can't both be had; `item` then holds mine */
  conflicts: FieldConflict[];
}

/** The field under which it is told that one side changed an item which the other took away. */
export const wholeItem = '';

/**
 * Joins two states of an item that both come from `base`, field by field (the top level of its document): what one side
 * changed is taken from that side. null: the item is not there. Without a base, what both have and differs is a conflict.
 */
export function mergeItem(base: Written | null, mine: Written | null, theirs: Written | null): Merged {
  if (same(mine, theirs) || same(base, theirs)) return { item: mine, conflicts: [] };
  if (same(base, mine)) return { item: theirs, conflicts: [] };
  if (mine === null || theirs === null) return { item: mine, conflicts: [{ field: wholeItem, base, mine: mine ?? undefined, theirs: theirs ?? undefined }] };
  const item: Written = {};
  const conflicts: FieldConflict[] = [];
  for (const field of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const [was, here, there] = [base?.[field], mine[field], theirs[field]];
    const value = same(here, there) || same(was, there) ? here : there;
    if (!same(here, there) && !same(was, there) && !same(was, here)) {
      conflicts.push({ field, base: was, mine: here, theirs: there });
      if (here !== undefined) item[field] = here;
    } else if (value !== undefined) item[field] = value;
  }
  return { item, conflicts };
}

function same(one: unknown, other: unknown): boolean {
  return canonicalJson(one ?? null) === canonicalJson(other ?? null);
}
