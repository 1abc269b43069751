import type { ContentOf, PassageQuestion } from '../../item.js';
import { plainText } from '../../plain-text.js';
import { judgeSets, labelSets, readSets, rightSets } from '../chosen-sets.js';
import type { KindRules } from '../rules.js';
import { labelOf, named, shownBase, shownChoices } from '../shown.js';

/**
 * A text with several questions on it. QTI 3.0: a composite item, one `choiceInteraction` a question with its own
 * response variable, cardinality single or multiple. Scoring: each question alike, as `judgeSets` says.
 */
export const passage: KindRules<'passage'> = {
  objective: true,
  read: (content, value) => readSets(value, content.questions, (id) => optionsOf(content, id)),
  judge: (item, response) => judgeSets(item.content.questions, item.key.answers, response, (id) => optionsOf(item.content, id)),
  correctResponse: (item) => rightSets(item.key.answers),
  view: (item, order) => ({
    ...shownBase(item),
    kind: 'passage',
    content: {
      passageHtml: item.content.passageHtml,
      questions: item.content.questions.map(({ id, stemHtml, options, several }) => ({ id, stemHtml, options: shownChoices(options, order), several })),
    },
  }),
  arranged: (content) => content.questions.map((question) => ({ list: question.options, always: false })),
  choices: (content, slot) => named(slot === undefined ? content.questions.flatMap((question) => question.options) : optionsOf(content, slot)),
  slots: (content) => content.questions.map(({ id, stemHtml }) => ({ id, label: plainText(stemHtml) })),
  touched: (response) => Object.values(response).flat(),
  labels: (content, response) => labelSets(response, (id) => stemOf(content.questions, id), (id, question) => labelOf(optionsOf(content, question), id)),
};

function optionsOf({ questions }: ContentOf['passage'], id: string): PassageQuestion['options'] {
  return questions.find((question) => question.id === id)?.options ?? [];
}

function stemOf(questions: readonly PassageQuestion[], id: string): string {
  return plainText(questions.find((question) => question.id === id)?.stemHtml ?? id);
}
