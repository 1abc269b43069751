import { diffWordsWithSpace } from 'diff';

export interface Piece { text: string; /** stands on one side alone */ own: boolean }

/** What two texts say, side by side, with the words that only one of them has marked. */
export function sideBySide(one: readonly string[], other: readonly string[]): { one: Piece[]; other: Piece[] } {
  const parts = diffWordsWithSpace(one.join('\n'), other.join('\n'));
  return {
    one: parts.flatMap(({ value, added, removed }) => (added ? [] : [{ text: value, own: removed }])),
    other: parts.flatMap(({ value, added, removed }) => (removed ? [] : [{ text: value, own: added }])),
  };
}
