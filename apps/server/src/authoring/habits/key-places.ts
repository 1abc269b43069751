import type { KeyPlace } from '@preceptor/assessment/lint';
import type { ItemDocument } from '../items/read-document.js';

/** Where the key of an item stands, read from its document without compiling it; null: it has none, or its options are shuffled. */
export function keyPlaceOf({ kind, correct, options, shuffle }: ItemDocument): KeyPlace | null {
  if (kind === 'true-false') return typeof correct === 'boolean' ? { claim: true, places: 2, at: correct ? 0 : 1 } : null;
  if (kind !== 'single-choice' || shuffle !== false || !Array.isArray(options)) return null;
  const at = options.findIndex((option: unknown) => typeof option === 'object' && option !== null && 'correct' in option && option.correct === true);
  return at < 0 ? null : { claim: false, places: options.length, at };
}
