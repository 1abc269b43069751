import { z } from 'zod';
import { atLeast, makeChoices } from './choices.js';
import { generalFeedback, itemFields, option, shuffle, sourceKind } from './kind.js';

export const singleChoice = sourceKind({
  kind: 'single-choice',
  schema: z.strictObject({
    ...itemFields, kind: z.literal('single-choice'), shuffle: shuffle(true), feedback: generalFeedback,
    options: z.array(option).max(100),
  }),
  compile: (source, scope) => {
    const enough = atLeast(2, source.options, ['options'], scope);
    const { choices, byChoice } = makeChoices(source.options, ['options'], scope, { feedback: true });
    const correct = choices.filter((_, index) => source.options[index]?.correct === true);
    const [only] = correct;
    if (correct.length !== 1 || only === undefined) {
      scope.report('one-correct', ['options'], correct.length === 0 ? 'No option is correct; a single choice has exactly one.' : `${correct.length} options are correct; a single choice has exactly one.`);
      return null;
    }
    return enough ? { content: { options: choices }, key: { correct: only.id }, byChoice } : null;
  },
});
