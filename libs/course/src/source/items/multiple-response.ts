import { z } from 'zod';
import { atLeast, makeChoices } from './choices.js';
import { generalFeedback, itemFields, option, scoring, shuffle, sourceKind } from './kind.js';

export const multipleResponse = sourceKind({
  kind: 'multiple-response',
  schema: z.strictObject({
    ...itemFields, kind: z.literal('multiple-response'), shuffle: shuffle(true), feedback: generalFeedback,
    options: z.array(option).max(100), scoring,
    maxChoices: z.int().min(1).max(100).optional().meta({ description: 'Most options that may be chosen.' }),
  }),
  compile: (source, scope) => {
    const enough = atLeast(2, source.options, ['options'], scope);
    const { choices, byChoice } = makeChoices(source.options, ['options'], scope, { feedback: true });
    const correct = choices.filter((_, index) => source.options[index]?.correct === true).map((choice) => choice.id);
    if (correct.length === 0) {
      scope.report('none-correct', ['options'], 'No option is correct; at least one must be.');
      return null;
    }
    const most = source.maxChoices;
    if (most !== undefined && most < correct.length) {
      scope.report('bounds-crossed', ['maxChoices'], `Only ${most} may be chosen, but ${correct.length} are correct.`);
      return null;
    }
    const content = { options: choices, ...(most === undefined ? {} : { maxChoices: most }) };
    return enough ? { content, key: { correct, scoring: source.scoring }, byChoice } : null;
  },
});
