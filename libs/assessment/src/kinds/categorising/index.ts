import { judgePairs, labelPairs, readPairs } from '../directed-pairs.js';
import { labelOf, named, shownBase, shownChoices } from '../shown.js';
import type { KindRules } from '../rules.js';

/**
 * Each element goes into one category. QTI 3.0: `matchInteraction` (or `gapMatchInteraction`), cardinality multiple,
 * base type directedPair. Scoring: `map_response`, each element alike, as `judgePairs` says.
 * Elements are never shown in the declared order, which an author tends to write category by category.
 */
export const categorising: KindRules<'categorising'> = {
  objective: true,
  read: (content, value) => readPairs(value, content.elements, () => content.categories),
  judge: (item, response) => judgePairs(item.content.elements, item.key.placement, response),
  correctResponse: (item) => ({ ...item.key.placement }),
  view: (item, order) => ({
    ...shownBase(item),
    kind: 'categorising',
    content: { elements: shownChoices(item.content.elements, order), categories: shownChoices(item.content.categories, []) },
  }),
  arranged: (content) => [{ list: content.elements, always: true }],
  choices: (content) => named(content.categories),
  slots: (content) => named(content.elements),
  touched: (response) => Object.keys(response),
  labels: (content, response) => labelPairs(response, (id) => labelOf(content.elements, id), (id) => labelOf(content.categories, id)),
};
