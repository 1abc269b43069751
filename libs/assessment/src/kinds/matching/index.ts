import { judgePairs, labelPairs, readPairs } from '../directed-pairs.js';
import { labelOf, named, shownBase, shownChoices } from '../shown.js';
import type { KindRules } from '../rules.js';

/**
 * Each premise gets one target; a target may serve several. QTI 3.0: `matchInteraction`, cardinality multiple, base
 * type directedPair. Scoring: `map_response`, each premise alike, as `judgePairs` says.
 * Targets are never shown in the declared order, which an author tends to write beside the premises.
 */
export const matching: KindRules<'matching'> = {
  objective: true,
  read: (content, value) => readPairs(value, content.premises, () => content.targets),
  judge: (item, response) => judgePairs(item.content.premises, item.key.pairs, response),
  correctResponse: (item) => ({ ...item.key.pairs }),
  view: (item, order) => ({
    ...shownBase(item),
    kind: 'matching',
    content: { premises: shownChoices(item.content.premises, order), targets: shownChoices(item.content.targets, order) },
  }),
  arranged: (content) => [{ list: content.premises, always: false }, { list: content.targets, always: true }],
  choices: (content) => named(content.targets),
  slots: (content) => named(content.premises),
  touched: (response) => Object.keys(response),
  labels: (content, response) => labelPairs(response, (id) => labelOf(content.premises, id), (id) => labelOf(content.targets, id)),
};
