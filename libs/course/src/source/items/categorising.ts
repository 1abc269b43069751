import { z } from 'zod';
import { choiceId } from '../ids.js';
import { atLeast, isChoice, makeChoices } from './choices.js';
import { choice, choiceWithFeedback, generalFeedback, itemFields, shuffle, sourceKind } from './kind.js';

export const categorising = sourceKind({
  kind: 'categorising',
  schema: z.strictObject({
    ...itemFields, kind: z.literal('categorising'), shuffle: shuffle(true), feedback: generalFeedback,
    categories: z.array(choice).max(20),
    elements: z.array(choiceWithFeedback.extend({ category: choiceId.meta({ description: 'Id of the category that it belongs to.' }) })).max(100),
  }),
  compile: (source, scope) => {
    const enough = [atLeast(2, source.categories, ['categories'], scope), atLeast(1, source.elements, ['elements'], scope)].every(Boolean);
    const categories = makeChoices(source.categories, ['categories'], scope, { feedback: false }).choices;
    const { choices: elements, byChoice } = makeChoices(source.elements, ['elements'], scope, { feedback: true });
    const placement: Record<string, string> = {};
    let whole = enough;
    elements.forEach((element, index) => {
      const category = source.elements[index]?.category ?? '';
      if (isChoice(category, categories, ['elements', index, 'category'], scope)) placement[element.id] = category;
      else whole = false;
    });
    return whole ? { content: { elements, categories }, key: { placement }, byChoice } : null;
  },
});
