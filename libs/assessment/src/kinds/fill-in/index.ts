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
    const fits = item.key.accept.some((accepted) => {
      if ('text' in accepted) return fold(accepted.text) === answer;
      const pattern = compilePattern(fold(accepted.pattern));
      return 'matches' in pattern && pattern.matches(answer);
    });
    return wholly(item, response.length <= LONGEST && fits);
  },
  correctResponse(item) {
    for (const accepted of item.key.accept) if ('text' in accepted) return accepted.text;
    for (const { pattern } of item.key.accept.filter((accepted) => 'pattern' in accepted)) {
      const compiled = compilePattern(pattern);
      if ('example' in compiled) return compiled.example;
    }
    return undefined;
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
