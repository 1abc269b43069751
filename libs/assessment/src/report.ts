import type { Item, ItemView, Kind, ResponseOf } from './item.js';
import type { Named } from './kinds/rules.js';
import { rulesOf } from './kinds/registry.js';
import { correctResponse, readResponse } from './response.js';

/**
 * Ids of what can be chosen, sorted: options, targets, categories, elements, regions; `false` and `true`; with `slot`,
 * what can be chosen there. Sorted, so that the list is the same for an item and its view and tells no order.
 * None for text and numbers.
 */
export function choiceIds(item: Item | ItemView, slot?: string): string[] {
  return rulesOf(item).choices(item.content, slot).map((choice) => choice.id).sort();
}

/** How many things can be chosen. */
export function choiceCount(item: Item | ItemView): number {
  return choiceIds(item).length;
}

/** Ids of the places that each take a choice, sorted: premises, elements to place, gaps, questions, steps, rows, areas that take a label. None for other kinds. */
export function slotIds(item: Item | ItemView): string[] {
  return rulesOf(item).slots(item.content).map((slot) => slot.id).sort();
}

/**
 * A response in words: one entry for each choice made. Ids are the choice's, `slot.choice` for kinds with slots, and
 * `place.element` (from 1) for orders; text, numbers and files have one entry, `text`, `number` or `file`. Empty: not answered.
 */
export function responseLabels(item: Item | ItemView, response: unknown): Named[] {
  const read = readResponse(item, response);
  return read === undefined ? [] : labels(item, read);
}

/** Everything that `responseLabels` can name and that can be counted, with whether the key has it. Empty for text and numbers. */
export function countableChoices(item: Item): (Named & { correct: boolean })[] {
  const right = new Set(responseLabels(item, { value: correctResponse(item) }).map((label) => label.id));
  return possible(item).map((choice) => ({ ...choice, correct: right.has(choice.id) }));
}

function possible(item: Item): Named[] {
  const rules = rulesOf(item);
  const slots = rules.slots(item.content);
  if (item.kind === 'ordering' || item.kind === 'graphic-order') {
    const ids = rules.choices(item.content).map((choice) => choice.id);
    return ids.flatMap((_, place) => ids.flatMap((_id, at) => labelAt(item, ids, place, at)));
  }
  if (slots.length === 0) return rules.choices(item.content);
  const several = item.kind === 'matrix' || item.kind === 'passage';
  return slots.flatMap((slot) => rules.choices(item.content, slot.id).flatMap(({ id }) => labels(item, several ? { [slot.id]: [id] } : { [slot.id]: id })));
}

/** How an order names element number `at` standing at `place`: rotated so that it stands there. */
function labelAt(item: Item, ids: readonly string[], place: number, at: number): Named[] {
  const shift = (at - place + ids.length) % ids.length;
  const label = labels(item, [...ids.slice(shift), ...ids.slice(0, shift)])[place];
  return label === undefined ? [] : [label];
}

function labels(item: Item | ItemView, response: ResponseOf[Kind]): Named[] {
  return rulesOf(item).labels(item.content, response);
}
