import { shownBase } from '../shown.js';
import type { KindRules } from '../rules.js';
import { wholly } from '../undivided.js';

/**
 * A statement that is true or not. QTI 3.0: `choiceInteraction` over two fixed choices, cardinality single, base type
 * boolean. Scoring: `match_correct`, all or nothing. Its choices have the ids `true` and `false`.
 */
export const trueFalse: KindRules<'true-false'> = {
  objective: true,
  read: (_content, value) => (typeof value === 'boolean' ? value : undefined),
  judge: (item, response) => wholly(item, response === item.key.correct),
  correctResponse: (item) => item.key.correct,
  view: (item) => ({ ...shownBase(item), kind: 'true-false', content: {} }),
  arranged: () => [],
  choices: () => [{ id: 'true', label: 'True' }, { id: 'false', label: 'False' }],
  slots: () => [],
  touched: (response) => [String(response)],
  labels: (_content, response) => [{ id: String(response), label: response ? 'True' : 'False' }],
};
