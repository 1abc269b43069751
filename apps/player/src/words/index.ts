import { en } from './en.js';
import { es } from './es.js';
import type { WordsData } from './words.js';

/** The player's own words by language; the build writes each to `dist/words/<language>.json`. Nothing that runs in the player imports this. */
export const languages = { en, es } satisfies Record<string, WordsData>;
