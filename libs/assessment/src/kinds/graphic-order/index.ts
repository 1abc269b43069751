import { readIds } from '../../reading.js';
import { namedRegions, regionLabel, shownPicture } from '../picture.js';
import { judgeOrder } from '../placed-order.js';
import type { KindRules } from '../rules.js';
import { shownBase } from '../shown.js';

/**
 * Areas of a picture put into an order. QTI 3.0: `graphicOrderInteraction`, cardinality ordered, base type identifier.
 * Scoring: as `judgeOrder` says. The areas are often written in the right order, so a view never follows it.
 */
export const graphicOrder: KindRules<'graphic-order'> = {
  objective: true,
  read: (content, value) => readIds(value, content.regions),
  judge: (item, response) => judgeOrder(item.key, response),
  correctResponse: (item) => [...item.key.order],
  view: (item, order) => ({ ...shownBase(item), kind: 'graphic-order', content: shownPicture(item.content, order) }),
  arranged: (content) => [{ list: content.regions.map(({ id, label }) => ({ id, html: label })), always: true }],
  choices: (content) => namedRegions(content.regions),
  slots: () => [],
  touched: (response) => response,
  labels: (content, response) => response.map((id, place) => ({ id: `${place + 1}.${id}`, label: `${place + 1}. ${regionLabel(content.regions, id)}` })),
};
