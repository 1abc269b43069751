import type { Gap } from '../../item.js';
import { judgePairs, labelPairs, readPairs } from '../directed-pairs.js';
import { labelOf, named, shownBase, shownChoices } from '../shown.js';
import type { KindRules } from '../rules.js';

/**
 * A text with a drop-down at each gap. QTI 3.0: one `inlineChoiceInteraction` for each gap, cardinality single, base
 * type identifier. Scoring: each gap alike, as `judgePairs` says.
 */
export const cloze: KindRules<'cloze'> = {
  objective: true,
  read: (content, value) => readPairs(value, content.gaps, (gap) => optionsOf(content.gaps, gap)),
  judge: (item, response) => judgePairs(item.content.gaps, item.key.gaps, response),
  correctResponse: (item) => ({ ...item.key.gaps }),
  view: (item, order) => ({
    ...shownBase(item),
    kind: 'cloze',
    content: { textHtml: item.content.textHtml, gaps: item.content.gaps.map(({ id, options }) => ({ id, options: shownChoices(options, order) })) },
  }),
  arranged: (content) => content.gaps.map((gap) => ({ list: gap.options, always: false })),
  choices: (content, slot) => named(slot === undefined ? content.gaps.flatMap((gap) => gap.options) : optionsOf(content.gaps, slot)),
  slots: (content) => content.gaps.map(({ id }) => ({ id, label: id })),
  touched: (response) => Object.values(response),
  labels: (content, response) => labelPairs(response, (id) => id, (id, gap) => labelOf(optionsOf(content.gaps, gap), id)),
};

function optionsOf(gaps: readonly Gap[], id: string): Gap['options'] {
  return gaps.find((gap) => gap.id === id)?.options ?? [];
}
