import type { Certainty, Item, ItemView, Kind, ResponseOf } from './item.js';
import { rulesOf } from './kinds/registry.js';
import { own, safely } from './reading.js';

/** Whether the response answers the item at all. An empty, unreadable or invalid one (too many choices) does not. */
export function isAnswered(item: Item | ItemView, response: unknown): boolean {
  return readResponse(item, response) !== undefined;
}

/**
 * The response in the shape of its kind, with only ids that the item has; undefined: not answered. Total: whatever
 * came in, this does not throw.
 */
export function readResponse(item: Item | ItemView, response: unknown): ResponseOf[Kind] | undefined {
  return safely(() => rulesOf(item).read(item.content, own(response, 'value')));
}

/** The certainty that came with a response; undefined where none or no valid one did. */
export function readCertainty(response: unknown): Certainty | undefined {
  const certainty = safely(() => own(response, 'certainty'));
  return certainty === 1 || certainty === 2 || certainty === 3 ? certainty : undefined;
}

/** A response that earns the most; undefined for what a person scores. Shows the key: for where feedback is released. */
export function correctResponse(item: Item): ResponseOf[Kind] | undefined {
  return rulesOf(item).correctResponse(item);
}
