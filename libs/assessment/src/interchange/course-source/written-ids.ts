import type { Item } from '../../item.js';
import { neutralIds, renamed } from '../../neutral-ids.js';
import { letterId } from '../text/ids.js';

/**
 * The other way round of `withNeutralIds`: where a list has the numbered ids of the compiler, they are written as those
 * letters of which the compiler makes the same numbers again. For an item of a source without ids these are the letters
 * by place. Other ids stay, and so does the whole item where none are numbered.
 * @param id under which the item is written, and so compiled
 */
export function withWrittenIds(item: Item, id: string): Item {
  return renamed(item, (prefix, ids) => {
    const letters = ids.map((_, index) => letterId(index));
    const written = new Map([...neutralIds(id, prefix, letters)].map(([letter, numbered]) => [numbered, letter]));
    return ids.every((own) => written.has(own)) ? written : new Map();
  });
}
