import { readText } from '../../reading.js';
import { shownBase } from '../shown.js';
import type { KindRules } from '../rules.js';

/**
 * A text that a person scores. QTI 3.0: `extendedTextInteraction`, cardinality single, base type string, outcome with
 * `external-scored="human"`. Nothing is earned here; `scoreByRubric` turns a person's judgement into a score.
 */
export const longText: KindRules<'long-text'> = {
  objective: false,
  read: (_content, value) => readText(value),
  judge: () => ({ fraction: 0, parts: [] }),
  correctResponse: () => undefined,
  view(item) {
    const { minWords, maxWords } = item.content;
    return { ...shownBase(item), kind: 'long-text', content: minWords === undefined ? { maxWords } : { minWords, maxWords } };
  },
  arranged: () => [],
  choices: () => [],
  slots: () => [],
  touched: () => [],
  labels: (_content, response) => [{ id: 'text', label: response }],
};
