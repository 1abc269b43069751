import { z } from 'zod';
import { markdown } from '../ids.js';
import { itemFields, sourceKind } from './kind.js';

export const trueFalse = sourceKind({
  kind: 'true-false',
  schema: z.strictObject({
    ...itemFields, kind: z.literal('true-false'), correct: z.boolean(),
    shuffle: z.literal(false).default(false),
    feedback: z.strictObject({
      whenTrue: markdown.optional().meta({ description: 'Said to whoever chose true.' }),
      whenFalse: markdown.optional().meta({ description: 'Said to whoever chose false.' }),
      correct: markdown.optional(), incorrect: markdown.optional(),
    }).optional(),
  }),
  compile: (source, scope) => {
    const byChoice: Record<string, string> = {};
    const sides = [['true', 'whenTrue', source.feedback?.whenTrue], ['false', 'whenFalse', source.feedback?.whenFalse]] as const;
    for (const [choice, key, said] of sides) {
      if (said !== undefined) byChoice[choice] = scope.html(said, 'feedback', key);
      else scope.report('missing-feedback', source.feedback === undefined ? ['correct'] : ['feedback'], `Nothing is said to whoever chooses ${choice}.`, `Add feedback: {${key}: …}.`);
    }
    return { content: {}, key: { correct: source.correct }, byChoice };
  },
});
