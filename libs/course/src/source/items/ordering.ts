import { z } from 'zod';
import { atLeast, makeChoices } from './choices.js';
import { choiceWithFeedback, generalFeedback, itemFields, scoring, sourceKind } from './kind.js';

export const ordering = sourceKind({
  kind: 'ordering',
  schema: z.strictObject({
    ...itemFields, kind: z.literal('ordering'), feedback: generalFeedback, scoring,
    shuffle: z.literal(true).default(true),
    elements: z.array(choiceWithFeedback).max(100).meta({ description: 'In the right order.' }),
  }),
  compile: (source, scope) => {
    const enough = atLeast(2, source.elements, ['elements'], scope);
    const { choices: elements, byChoice } = makeChoices(source.elements, ['elements'], scope, { feedback: false });
    const order = elements.map((element) => element.id);
    return enough ? { content: { elements }, key: { order, scoring: source.scoring }, byChoice } : null;
  },
});
