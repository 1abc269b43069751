import { z } from 'zod';
import { generalFeedback, itemFields, sourceKind } from './kind.js';
import { makeRubric, rubricFields } from './rubric.js';

export const longText = sourceKind({
  kind: 'long-text',
  schema: z.strictObject({
    ...itemFields, kind: z.literal('long-text'), feedback: generalFeedback, shuffle: z.literal(false).default(false), ...rubricFields,
    minWords: z.int().min(0).max(100_000).optional(),
    maxWords: z.int().min(1).max(100_000),
  }),
  compile: (source, scope) => {
    const { minWords, maxWords } = source;
    if (minWords !== undefined && minWords > maxWords) {
      scope.report('bounds-crossed', ['minWords'], `minWords is ${minWords}, but maxWords only ${maxWords}.`);
      return null;
    }
    return { content: { maxWords, ...(minWords === undefined ? {} : { minWords }) }, key: makeRubric(source, scope), byChoice: {} };
  },
});
