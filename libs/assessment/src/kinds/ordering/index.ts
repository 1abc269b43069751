import { readIds } from '../../reading.js';
import { judgeOrder } from '../placed-order.js';
import type { KindRules } from '../rules.js';
import { labelOf, named, shownBase, shownChoices } from '../shown.js';

/**
 * Elements put into their order. QTI 3.0: `orderInteraction`, cardinality ordered, base type identifier.
 * Scoring: `match_correct` for all-or-nothing, else as `judgeOrder` says. The declared order is the key's, so a view
 * never follows it.
 */
export const ordering: KindRules<'ordering'> = {
  objective: true,
  read: (content, value) => readIds(value, content.elements),
  judge: (item, response) => judgeOrder(item.key, response),
  correctResponse: (item) => [...item.key.order],
  view: (item, order) => ({ ...shownBase(item), kind: 'ordering', content: { elements: shownChoices(item.content.elements, order) } }),
  arranged: (content) => [{ list: content.elements, always: true }],
  choices: (content) => named(content.elements),
  slots: () => [],
  touched: (response) => response,
  labels: (content, response) => response.map((id, place) => ({ id: `${place + 1}.${id}`, label: `${place + 1}. ${labelOf(content.elements, id)}` })),
};
