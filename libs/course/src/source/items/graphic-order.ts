import { z } from 'zod';
import { atLeast } from './choices.js';
import { generalFeedback, itemFields, scoring, sourceKind } from './kind.js';
import { makePicture, pictureFields, region } from './regions.js';

export const graphicOrder = sourceKind({
  kind: 'graphic-order',
  schema: z.strictObject({
    ...itemFields, kind: z.literal('graphic-order'), feedback: generalFeedback, scoring, shuffle: z.literal(true).default(true), ...pictureFields,
    regions: z.array(region).max(100).meta({ description: 'In the right order.' }),
  }),
  compile: (source, scope) => {
    const enough = atLeast(2, source.regions, ['regions'], scope);
    const made = makePicture(source, scope, { feedback: false });
    if (made === null || !enough) return null;
    return { content: made.picture, key: { order: made.picture.regions.map(({ id }) => id), scoring: source.scoring }, byChoice: made.byChoice };
  },
});
