import { ar } from './ar.js';
import { de } from './de.js';
import { en } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';
import { forPages } from './for-pages.js';
import type { WordsData } from './words.js';

/** The player's own words by language. Nothing that runs in the player imports this. */
export const languages = { en, es, fr, de, ar } satisfies Record<string, WordsData>;

/** The same as pages hold them; the build writes each to `dist/words/<language>.json`. */
export const pages: Record<string, WordsData> = Object.fromEntries(Object.entries(languages).map(([language, data]) => [language, forPages(data)]));
