import { plainText } from '../../plain-text.js';
import { judgePairs, labelPairs, readPairs } from '../directed-pairs.js';
import { labelOf, named, shownBase, shownChoices } from '../shown.js';
import type { KindRules } from '../rules.js';
import type { EmqQuestion } from '../../item.js';

/**
 * An extended matching question: one list of options for several short cases, an option may answer more than one.
 * QTI 3.0: `matchInteraction`, cardinality multiple, base type directedPair, or one `choiceInteraction` a case over the
 * same choices. Scoring: each case alike, as `judgePairs` says.
 */
export const extendedMatching: KindRules<'extended-matching'> = {
  objective: true,
  read: (content, value) => readPairs(value, content.questions, () => content.options),
  judge: (item, response) => judgePairs(item.content.questions, item.key.answers, response),
  correctResponse: (item) => ({ ...item.key.answers }),
  view: (item, order) => ({
    ...shownBase(item),
    kind: 'extended-matching',
    content: {
      options: shownChoices(item.content.options, order),
      questions: item.content.questions.map(({ id, stemHtml }) => ({ id, stemHtml })),
    },
  }),
  arranged: (content) => [{ list: content.options, always: false }],
  choices: (content) => named(content.options),
  slots: (content) => content.questions.map(({ id, stemHtml }) => ({ id, label: plainText(stemHtml) })),
  touched: (response) => Object.keys(response),
  labels: (content, response) => labelPairs(response, (id) => stemOf(content.questions, id), (id) => labelOf(content.options, id)),
};

function stemOf(questions: readonly EmqQuestion[], id: string): string {
  return plainText(questions.find((question) => question.id === id)?.stemHtml ?? id);
}
