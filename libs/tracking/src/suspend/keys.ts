import { hashOf } from '../hash.js';
import { own } from '../state.js';
import type { Coder } from './range-coder.js';
import { symbol, whole } from './values.js';

/**
 * A table whose keys are ids of the course, written as short hashes in ascending order: what stands for an id does not
 * change when lessons and items are added, removed or moved. The salt is the first one that keeps all ids of the
 * course apart, so that nothing is confused in the version that wrote it; in a later version an id that is new there
 * is taken for an old one with a chance of (entries / 2^width), less where `fits` looks at the value as well.
 */
export interface KeyedTable<V> {
  /** what is to be written; when reading, entries are set in it one by one, so that those before an early end are kept */
  entries: Record<string, V>;
  /** all ids of this kind in the course */
  ids: readonly string[];
  /** saves bits by shorter hashes */
  tight: boolean;
  code: (value: V | undefined) => V;
  /** says whether a value that was read can belong to the id */
  fits?: (id: string, value: V) => boolean;
}
/** How the table went: ids in the order written (undefined where the course no longer has one), for pointing at entries. */
export interface KeyedResult { order: (string | undefined)[]; forgotten: number }

export function keyedTable<V>(coder: Coder, context: string, table: KeyedTable<V>): KeyedResult {
  const known = table.ids.filter((id) => coder.writing && Object.hasOwn(table.entries, id));
  const count = whole(coder, `${context}#`, known.length);
  if (count === 0) return { order: [], forgotten: 0 };
  const width = symbol(coder, `${context}width`, 5, coder.writing ? widthFor(table.ids.length, table.tight) : 0);
  const salt = whole(coder, `${context}salt`, coder.writing ? saltFor(table.ids, width) : 0);
  const byHash = new Map<number, string | null>();
  for (const id of table.ids) {
    const hash = shortHash(id, salt, width);
    byHash.set(hash, byHash.has(hash) ? null : id);
  }
  const hashes = known.map((id) => shortHash(id, salt, width)).toSorted((a, b) => a - b);
  const result: KeyedResult = { order: [], forgotten: 0 };
  for (let at = 0, hash = -1; at < count; at++) {
    hash += 1 + whole(coder, context, (hashes[at] ?? 0) - hash - 1);
    const id = byHash.get(hash) ?? undefined;
    const value = table.code(id === undefined || !coder.writing ? undefined : own(table.entries, id));
    const kept = id !== undefined && (coder.writing || table.fits === undefined || table.fits(id, value));
    if (!kept) result.forgotten++;
    else if (!coder.writing) table.entries[id] = value;
    result.order.push(kept ? id : undefined);
  }
  return result;
}

const shortHash = (id: string, salt: number, width: number): number => hashOf(id, salt) >>> (32 - width);

/** Wide enough that chance hits are rare and a salt is soon found; each bit more costs a bit an entry. */
function widthFor(ids: number, tight: boolean): number {
  const magnitude = Math.log2(Math.max(2, ids));
  const least = Math.max(16, Math.ceil(2 * magnitude) - 3);
  return Math.min(31, tight ? least : Math.max(least, Math.floor(magnitude) + 14));
}
function saltFor(ids: readonly string[], width: number): number {
  for (let salt = 0; salt < 4096; salt++) {
    const seen = new Set<number>();
    if (ids.every((id) => seen.size !== seen.add(shortHash(id, salt, width)).size)) return salt;
  }
  return 0; // two ids that stay together are both forgotten when reading
}
