import { readIds } from '../../reading.js';
import { judgeSet } from '../chosen-set.js';
import { labelOf, named, shownBase, shownChoices } from '../shown.js';
import type { KindRules } from '../rules.js';

/**
 * Any number of choices, order of no account. QTI 3.0: `choiceInteraction` with `max-choices` other than 1, cardinality
 * multiple, base type identifier. More choices than `maxChoices` is an invalid response, and so none.
 * Scoring: `match_correct` for all-or-nothing, else `map_response` as `judgeSet` says.
 */
export const multipleResponse: KindRules<'multiple-response'> = {
  objective: true,
  read(content, value) {
    const ids = readIds(value, content.options);
    return ids === undefined || ids.length > (content.maxChoices ?? ids.length) ? undefined : ids;
  },
  judge: (item, response) => judgeSet(item.content.options, item.key.correct, response, item.key.scoring === 'all-or-nothing'),
  correctResponse: (item) => [...item.key.correct],
  view(item, order) {
    const options = shownChoices(item.content.options, order);
    const { maxChoices } = item.content;
    return { ...shownBase(item), kind: 'multiple-response', content: maxChoices === undefined ? { options } : { options, maxChoices } };
  },
  arranged: (content) => [{ list: content.options, always: false }],
  choices: (content) => named(content.options),
  slots: () => [],
  touched: (response) => response,
  labels: (content, response) => response.map((id) => ({ id, label: labelOf(content.options, id) })),
};
