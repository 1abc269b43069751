import { hashOf } from '../hash.js';
import { own } from '../state.js';
import type { Coder } from './range-coder.js';
import { symbol, whole } from './values.js';

/**
 * A table whose keys are ids of the course, with their revisions where they have one, written as short hashes in
 * ascending order: what stands for an id does not change when lessons and items are added, removed or moved, and what
 * stands for a changed item is another. The salt is the first one that keeps all names of the course apart, so that
 * nothing is confused in the version that wrote it. In a later version a name that is new there meets the hash of one
 * that is still there with a chance of (entries / size): then both are forgotten. It is taken for one that is gone with a
 * chance of (entries that are gone / size), less where `fits` looks at the value as well.
 */
export interface KeyedTable<V> {
  /** what is to be written; when reading, entries are set in it one by one, so that those before an early end are kept */
  entries: Record<string, V>;
  /** all ids of this kind in the course */
  ids: readonly string[];
  /** the revision of what an id stands for, where an entry is of no use to another */
  revision?: (id: string) => string | undefined;
  /** hashes there are for each name: each doubling costs a bit an entry */
  spread: number;
  /** `id`: undefined where the course no longer has what is read */
  code: (value: V | undefined, id: string | undefined) => V;
  /** says whether a value that was read can belong to the id */
  fits?: (id: string, value: V) => boolean;
}
/** How the table went: ids in the order written (undefined where the course no longer has one), for pointing at entries. */
export interface KeyedResult { order: (string | undefined)[]; forgotten: number }

export function keyedTable<V>(coder: Coder, context: string, table: KeyedTable<V>): KeyedResult {
  const known = table.ids.filter((id) => coder.writing && Object.hasOwn(table.entries, id));
  const count = whole(coder, `${context}#`, known.length);
  if (count === 0) return { order: [], forgotten: 0 };
  const names = new Map(table.ids.map((id) => [id, nameOf(id, coder.format === 1 ? undefined : table.revision?.(id))]));
  // Earlier texts have powers of two.
  const size = coder.format === 1 ? 2 ** symbol(coder, `${context}width`, 5) : whole(coder, `${context}size`, coder.writing ? sizeFor(names.size, table.spread) : 0);
  const salt = whole(coder, `${context}salt`, coder.writing ? saltFor([...names.values()], size) : 0);
  const byHash = new Map<number, string | null>();
  for (const [id, name] of names) {
    const hash = shortHash(name, salt, size);
    byHash.set(hash, byHash.has(hash) ? null : id);
  }
  const hashes = known.map((id) => shortHash(names.get(id) ?? id, salt, size)).toSorted((a, b) => a - b);
  const result: KeyedResult = { order: [], forgotten: 0 };
  for (let at = 0, hash = -1; at < count; at++) {
    hash += 1 + whole(coder, context, (hashes[at] ?? 0) - hash - 1);
    const id = byHash.get(hash) ?? undefined;
    const value = table.code(id === undefined || !coder.writing ? undefined : own(table.entries, id), id);
    const kept = id !== undefined && (coder.writing || table.fits === undefined || table.fits(id, value));
    if (!kept) result.forgotten++;
    else if (!coder.writing) table.entries[id] = value;
    result.order.push(kept ? id : undefined);
  }
  return result;
}

const nameOf = (id: string, revision: string | undefined): string => (revision === undefined ? id : `${id} ${revision}`);
const shortHash = (name: string, salt: number, size: number): number => Math.floor((hashOf(name, salt) / 2 ** 32) * size);

/** How many hashes there are: at least so many that a salt is soon found (one in exp(4.5) keeps all apart). */
function sizeFor(names: number, spread: number): number {
  return Math.min(2 ** 31, Math.ceil(Math.max(names * spread, names ** 2 / 9)));
}
function saltFor(names: readonly string[], size: number): number {
  for (let salt = 0; salt < 4096; salt++) {
    const seen = new Set<number>();
    if (names.every((name) => seen.size !== seen.add(shortHash(name, salt, size)).size)) return salt;
  }
  return 0; // two that stay together are both forgotten when reading
}
