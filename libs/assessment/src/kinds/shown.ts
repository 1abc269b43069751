import type { Choice, Item } from '../item.js';
import { plainText } from '../plain-text.js';
import { applyOrder } from '../order.js';
import type { Named } from './rules.js';

/** What every view shows of an item, whatever its kind. */
export function shownBase(item: Item): { id: string; stemHtml: string; maxScore: number; certainty: boolean } {
  return { id: item.id, stemHtml: item.stemHtml, maxScore: item.maxScore, certainty: item.certainty };
}

/** Choices as they are shown: their id and text and nothing else, arranged by `order`. */
export function shownChoices(list: readonly Choice[], order: readonly string[]): Choice[] {
  return applyOrder(list, order).map(({ id, html }) => ({ id, html }));
}

/** Choices for a report. */
export function named(list: readonly Choice[]): Named[] {
  return list.map(({ id, html }) => ({ id, label: plainText(html) }));
}

/** The words for `id`, or the id itself where the item has no such choice. */
export function labelOf(list: readonly Choice[], id: string): string {
  const found = list.find((one) => one.id === id);
  return found ? plainText(found.html) : id;
}
