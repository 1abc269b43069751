import { en, type Words } from './en.js';
import { es } from './es.js';

export type { Words } from './en.js';

/** The player's own words, one file a language. */
const languages: Record<string, Words> = { en, es };

/** The words nearest to a course's language (BCP 47); English where there are none. */
export function wordsFor(language: string): Words {
  return languages[language.toLowerCase()] ?? languages[language.toLowerCase().split('-')[0] ?? ''] ?? en;
}
