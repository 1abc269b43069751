import type { Choice, Item } from './item.js';
import { rulesOf } from './kinds/registry.js';
import { randomFrom } from './random.js';

/**
 * The order in which an item's choices are shown, as one list of ids over all its lists; empty where it has none to
 * arrange. A function of the seed and of what is shown anyway: before the seed shuffles them, choices are put in the
 * order of their words, so that someone who knows the seed can't work out the order that the author wrote.
 * Lists keep the declared order when the item is not shuffled, except those whose declared order would tell the key.
 */
export function arrangement(item: Item, seed: string): string[] {
  return rulesOf(item).arranged(item.content).flatMap(({ list, always }, index) => {
    const shown = always || item.shuffle ? randomFrom(`${seed}/${item.id}/${index}`).shuffle(byWords(list)) : list;
    return shown.map((choice) => choice.id);
  });
}

function byWords(list: readonly Choice[]): Choice[] {
  const wordsThenId = (choice: Choice): string => `${choice.html}\u0000${choice.id}`;
  return [...list].sort((one, other) => (wordsThenId(one) < wordsThenId(other) ? -1 : 1));
}
