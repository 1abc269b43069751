import type { ContentOf } from '../../item.js';
import { judgeSets, labelSets, readSets, rightSets, type SetSlot } from '../chosen-sets.js';
import type { KindRules } from '../rules.js';
import { labelOf, named, shownBase, shownChoices } from '../shown.js';

/**
 * A grid: for each row, one column or several. QTI 3.0: `matchInteraction` (shown as a table), cardinality multiple,
 * base type directedPair. Scoring: each row alike, as `judgeSets` says. Rows may be shuffled; columns keep their order,
 * which is often a scale.
 */
export const matrix: KindRules<'matrix'> = {
  objective: true,
  read: (content, value) => readSets(value, slotsOf(content), () => content.columns),
  judge: (item, response) => judgeSets(slotsOf(item.content), item.key.answers, response, () => item.content.columns),
  correctResponse: (item) => rightSets(item.key.answers),
  view: (item, order) => ({
    ...shownBase(item),
    kind: 'matrix',
    content: { rows: shownChoices(item.content.rows, order), columns: shownChoices(item.content.columns, []), perRow: item.content.perRow },
  }),
  arranged: (content) => [{ list: content.rows, always: false }],
  choices: (content) => named(content.columns),
  slots: (content) => named(content.rows),
  touched: (response) => Object.keys(response),
  labels: (content, response) => labelSets(response, (id) => labelOf(content.rows, id), (id) => labelOf(content.columns, id)),
};

function slotsOf({ rows, perRow }: ContentOf['matrix']): SetSlot[] {
  return rows.map(({ id }) => ({ id, several: perRow === 'several' }));
}
