import { arrangement } from './arrangement.js';
import type { Item, ItemView } from './item.js';
import { rulesOf } from './kinds/registry.js';

/**
 * What a learner may see of an item before feedback is released: the one place where a view is made. It holds no key,
 * weight, rubric, feedback, statement, level, difficulty or tag, and is the same whatever the key is.
 * `order` is the form's for this item (`orderOf`); without one, the order that the item's own id gives.
 */
export function viewOf(item: Item, order: readonly string[] = arrangement(item, item.id)): ItemView {
  return rulesOf(item).view(item, order);
}
