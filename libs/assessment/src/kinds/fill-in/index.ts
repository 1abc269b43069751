import { readText } from '../../reading.js';
import type { KindRules } from '../rules.js';
import { shownBase } from '../shown.js';
import { wholly } from '../undivided.js';
import { foldText } from './fold.js';
import { compilePattern } from './pattern.js';

/** Longer than any short answer: such a text is an answer, and a wrong one. */
const LONGEST = 500;

/**
 * A short text. QTI 3.0: `textEntryInteraction`, cardinality single, base type string. Scoring: all or nothing, right
 * when the whole text is one of the accepted ones (QTI `stringMatch`) or fits an accepted pattern (QTI `patternMatch`,
 * in the bounded language of `pattern.ts`), after both sides are normalised as `fold.ts` says.
 */
export const fillIn: KindRules<'fill-in'> = {
  objective: true,
  read: (_content, value) => readText(value),
  judge(item, response) {
    const fold = (text: string): string => foldText(text, item.key);
    const answer = fold(response.slice(0, LONGEST + 1));
    const fits = item.key.accept.some((accepted) =>
      'text' in accepted ? fold(accepted.text) === answer : compilePattern(fold(accepted.pattern)).matches?.(answer) === true);
    return wholly(item, response.length <= LONGEST && fits);
  },
  correctResponse(item) {
    const literal = item.key.accept.find((accepted) => 'text' in accepted);
    if (literal !== undefined && 'text' in literal) return literal.text;
    const [first] = item.key.accept;
    return first !== undefined && 'pattern' in first ? compilePattern(first.pattern).example : undefined;
  },
  view(item) {
    const { expectedLength } = item.content;
    return { ...shownBase(item), kind: 'fill-in', content: expectedLength === undefined ? {} : { expectedLength } };
  },
  arranged: () => [],
  choices: () => [],
  slots: () => [],
  touched: () => [],
  labels: (_content, response) => [{ id: 'text', label: response.trim() }],
};
