import { labelOf, named, shownBase, shownChoices } from '../shown.js';
import type { KindRules } from '../rules.js';
import { wholly } from '../undivided.js';

/**
 * One choice of several. QTI 3.0: `choiceInteraction` with `max-choices="1"`, cardinality single, base type identifier.
 * Scoring: `match_correct`, all or nothing.
 */
export const singleChoice: KindRules<'single-choice'> = {
  objective: true,
  read: (content, value) => content.options.find((option) => option.id === value)?.id,
  judge: (item, response) => wholly(item, response === item.key.correct),
  correctResponse: (item) => item.key.correct,
  view: (item, order) => ({ ...shownBase(item), kind: 'single-choice', content: { options: shownChoices(item.content.options, order) } }),
  arranged: (content) => [{ list: content.options, always: false }],
  choices: (content) => named(content.options),
  slots: () => [],
  touched: (response) => [response],
  labels: (content, response) => [{ id: response, label: labelOf(content.options, response) }],
};
