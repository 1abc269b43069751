import { useApp } from '../../session/app.js';
import type { KindWords } from '../../words/words.js';

/** The words of the kinds apart: a page that loads `kinds.js` holds them among the player's own. */
export function useKindWords(): KindWords {
  return useApp().words as unknown as KindWords;
}
