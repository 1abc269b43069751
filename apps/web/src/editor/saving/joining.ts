import { isRecord, rowsAt, valueAt, withValue, type ItemDocument, type Path } from '../document/paths.js';
import { labelOf, leavesOf } from '../history/differences.js';

/** Something that both changed, each in its own way. */
export interface Clash { path: Path; label: string; mine: unknown; theirs: unknown }
export interface Joining { /** all that can be had of both; where both changed one field, mine */ document: ItemDocument; clashes: Clash[] }

/**
 * Joins two states of an item that began from one: down to the single text of a row where the rows are the same on both
 * sides, by the whole list where rows were added, removed or moved.
 */
export function joined(ancestor: ItemDocument, mine: ItemDocument, theirs: ItemDocument): Joining {
  let document = mine;
  const clashes: Clash[] = [];
  const take = (path: Path, label: string, split: boolean): void => {
    const [was, here, there] = [ancestor, mine, theirs].map((side) => valueAt(side, path));
    if (same(here, there) || same(was, there)) return;
    if (same(was, here)) document = withValue(document, path, there);
    else if (split && splits(path)) for (const inner of leafPaths(path)) take(inner.path, inner.label, false);
    else clashes.push({ path, label, mine: here, theirs: there });
  };
  const splits = (path: Path): boolean => isRecord(valueAt(mine, path)) && isRecord(valueAt(theirs, path)) || (hasRows(path) && [ancestor, theirs].every((side) => idsAt(side, path) === idsAt(mine, path)));
  const hasRows = (path: Path): boolean => [mine, theirs].every((side) => Array.isArray(valueAt(side, path)) && rowsAt(side, path).every((row) => typeof row['id'] === 'string'));
  const leafPaths = (path: Path): { path: Path; label: string }[] => {
    const found = new Map([...leavesOf(mine), ...leavesOf(theirs)].filter((leaf) => path.every((step, at) => leaf.path[at] === step)).map((leaf) => [JSON.stringify(leaf.path), leaf]));
    return [...found.values()];
  };
  for (const field of new Set([...Object.keys(mine), ...Object.keys(theirs)])) take([field], labelOf([field]), true);
  return { document, clashes };
}

const idsAt = (side: ItemDocument, path: Path): string => rowsAt(side, path).map((row) => String(row['id'])).join(' ');
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
