import { z } from 'zod';
import { choiceId, markdown, plain } from '../ids.js';
import { letterId } from './choices.js';
import { generalFeedback, itemFields, sourceKind } from './kind.js';

export const longText = sourceKind({
  kind: 'long-text',
  schema: z.strictObject({
    ...itemFields, kind: z.literal('long-text'), feedback: generalFeedback, shuffle: z.literal(false).default(false),
    rubric: z.array(z.strictObject({
      id: choiceId.optional(), title: plain,
      levels: z.array(z.strictObject({ points: z.number().min(0).max(1000), description: z.string().min(1).max(2_000) })).min(2).max(20),
    })).min(1).max(20).meta({ description: 'How a person scores it.' }),
    modelAnswer: markdown.optional(),
    minWords: z.int().min(0).max(100_000).optional(),
    maxWords: z.int().min(1).max(100_000),
  }),
  compile: (source, scope) => {
    if (source.minWords !== undefined && source.minWords > source.maxWords) {
      scope.report('bounds-crossed', ['minWords'], `minWords is ${source.minWords}, but maxWords only ${source.maxWords}.`);
      return null;
    }
    const ids = new Set<string>();
    const rubric = source.rubric.map((each, index) => {
      const id = each.id ?? letterId(index);
      if (ids.has(id)) scope.report('duplicate-choice-id', ['rubric', index, 'id'], `The id "${id}" stands twice in this item.`);
      ids.add(id);
      return { id, title: each.title, levels: each.levels };
    });
    const modelAnswer = source.modelAnswer === undefined ? {} : { modelAnswerHtml: scope.html(source.modelAnswer, 'modelAnswer') };
    return {
      content: { maxWords: source.maxWords, ...(source.minWords === undefined ? {} : { minWords: source.minWords }) },
      key: { rubric, ...modelAnswer },
      byChoice: {},
    };
  },
});
