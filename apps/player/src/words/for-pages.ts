import { given } from './given.js';
import type { WordsData } from './words.js';

/** Words as a page holds them: `{name}` has become the place of the value in the call, so that no script has to know the names. */
export function forPages(data: WordsData): WordsData {
  const numbered = (value: unknown, names: readonly string[]): unknown => {
    if (typeof value === 'string') return value.replace(/\{(\w+)\}/g, (_whole, name: string) => `{${names.indexOf(name)}}`);
    return Object.fromEntries(Object.entries(value as object).map(([key, inner]) => [key, numbered(inner, names)]));
  };
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, numbered(value, (given as { [key: string]: readonly string[] })[key] ?? [])])) as WordsData;
}
