import { ar } from './ar.js';
import { de } from './de.js';
import { en } from './en.js';
import { es } from './es.js';
import { forPages } from './for-pages.js';
import { fr } from './fr.js';
import { ar as kindsAr } from './kinds/ar.js';
import { de as kindsDe } from './kinds/de.js';
import { en as kindsEn } from './kinds/en.js';
import { es as kindsEs } from './kinds/es.js';
import { fr as kindsFr } from './kinds/fr.js';
import { given as kindsGiven } from './kinds/given.js';
import type { KindWordsData, WordsData } from './words.js';

/** The player's own words by language. Nothing that runs in the player imports this. */
export const languages = { en, es, fr, de, ar } satisfies Record<string, WordsData>;
/** What the kinds apart add to them. */
export const kindLanguages = { en: kindsEn, es: kindsEs, fr: kindsFr, de: kindsDe, ar: kindsAr } satisfies Record<string, KindWordsData>;

/** The same as pages hold them; the build writes each to `dist/words/<language>.json`, and those of the kinds to `dist/words/kinds/`. */
export const pages: Record<string, WordsData> = Object.fromEntries(Object.entries(languages).map(([language, data]) => [language, forPages(data)]));
export const kindPages: Record<string, KindWordsData> = Object.fromEntries(Object.entries(kindLanguages).map(([language, data]) => [language, forPages(data, kindsGiven)]));
