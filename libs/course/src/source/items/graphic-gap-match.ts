import { z } from 'zod';
import { choiceId } from '../ids.js';
import { atLeast, isChoice, makeChoices } from './choices.js';
import { choice, generalFeedback, itemFields, sourceKind } from './kind.js';
import { makePicture, pictureFields, region } from './regions.js';

export const graphicGapMatch = sourceKind({
  kind: 'graphic-gap-match',
  schema: z.strictObject({
    ...itemFields, kind: z.literal('graphic-gap-match'), feedback: generalFeedback, shuffle: z.literal(true).default(true), ...pictureFields,
    labels: z.array(choice).max(100).meta({ description: 'What is dragged onto the picture; a label may stand on several regions, or on none.' }),
    regions: z.array(region.extend({ answer: choiceId.meta({ description: 'Id of the label that belongs there.' }) })).min(1).max(100),
  }),
  compile: (source, scope) => {
    let whole = atLeast(2, source.labels, ['labels'], scope);
    const labels = makeChoices(source.labels, ['labels'], scope, { feedback: false }).choices;
    const made = makePicture(source, scope, { feedback: true });
    if (made === null) return null;
    const placement: Record<string, string> = {};
    made.picture.regions.forEach(({ id }, index) => {
      const answer = source.regions[index]?.answer ?? '';
      if (isChoice(answer, labels, ['regions', index, 'answer'], scope)) placement[id] = answer;
      else whole = false;
    });
    return whole ? { content: { ...made.picture, labels }, key: { placement }, byChoice: made.byChoice } : null;
  },
});
