import type { KeyOf } from '@preceptor/assessment';
import { z } from 'zod';
import { choiceId, markdown, plain } from '../ids.js';
import { letterId } from './choices.js';
import type { ItemScope } from './kind.js';

/** How a person scores an answer. */
export const rubricFields = {
  rubric: z.array(z.strictObject({
    id: choiceId.optional(), title: plain,
    levels: z.array(z.strictObject({ points: z.number().min(0).max(1000), description: z.string().min(1).max(2_000) })).min(2).max(20),
  })).min(1).max(20).meta({ description: 'How a person scores it.' }),
  modelAnswer: markdown.optional(),
};
type Source = z.output<z.ZodObject<typeof rubricFields>>;

export function makeRubric(source: Source, scope: ItemScope): KeyOf['long-text'] {
  const ids = new Set<string>();
  const rubric = source.rubric.map((each, index) => {
    const id = each.id ?? letterId(index);
    if (ids.has(id)) scope.report('duplicate-choice-id', ['rubric', index, 'id'], `The id "${id}" stands twice in this item.`);
    ids.add(id);
    return { id, title: each.title, levels: each.levels };
  });
  return source.modelAnswer === undefined ? { rubric } : { rubric, modelAnswerHtml: scope.html(source.modelAnswer, 'modelAnswer') };
}
