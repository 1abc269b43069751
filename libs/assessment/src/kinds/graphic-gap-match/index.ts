import { judgePairs, labelPairs, readPairs } from '../directed-pairs.js';
import { namedRegions, regionLabel, shownPicture } from '../picture.js';
import type { KindRules } from '../rules.js';
import { labelOf, named, shownBase, shownChoices } from '../shown.js';

/**
 * Labels dragged onto the areas of a picture; a label may stand on more than one. QTI 3.0: `graphicGapMatchInteraction`
 * with an `associableHotspot` an area, base type directedPair. Scoring: each area alike, as `judgePairs` says.
 * The labels are often written in the order of the areas, so a view never follows it.
 */
export const graphicGapMatch: KindRules<'graphic-gap-match'> = {
  objective: true,
  read: (content, value) => readPairs(value, content.regions, () => content.labels),
  judge: (item, response) => judgePairs(item.content.regions, item.key.placement, response),
  correctResponse: (item) => ({ ...item.key.placement }),
  view: (item, order) => ({
    ...shownBase(item),
    kind: 'graphic-gap-match',
    content: { ...shownPicture(item.content), labels: shownChoices(item.content.labels, order) },
  }),
  arranged: (content) => [{ list: content.labels, always: true }],
  choices: (content) => named(content.labels),
  slots: (content) => namedRegions(content.regions),
  touched: (response) => Object.keys(response),
  labels: (content, response) => labelPairs(response, (id) => regionLabel(content.regions, id), (id) => labelOf(content.labels, id)),
};
