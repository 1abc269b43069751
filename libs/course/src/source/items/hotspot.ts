import { z } from 'zod';
import { generalFeedback, itemFields, sourceKind } from './kind.js';
import { makePicture, pictureFields, region } from './regions.js';

export const hotspot = sourceKind({
  kind: 'hotspot',
  schema: z.strictObject({
    ...itemFields, kind: z.literal('hotspot'), feedback: generalFeedback, shuffle: z.literal(false).default(false), ...pictureFields,
    regions: z.array(region.extend({ correct: z.boolean().default(false) })).max(100),
    maxChoices: z.int().min(1).max(100).optional().meta({ description: 'Left out: as many as are correct.' }),
  }),
  compile: (source, scope) => {
    const made = makePicture(source, scope, { feedback: true });
    if (made === null) return null;
    const correct = made.picture.regions.filter((_, index) => source.regions[index]?.correct === true).map(({ id }) => id);
    if (correct.length === 0) {
      scope.report('none-correct', ['regions'], 'No region is correct; at least one must be.');
      return null;
    }
    const maxChoices = source.maxChoices ?? correct.length;
    if (maxChoices < correct.length) {
      scope.report('bounds-crossed', ['maxChoices'], `Only ${maxChoices} may be chosen, but ${correct.length} are correct.`);
      return null;
    }
    return { content: { ...made.picture, maxChoices }, key: { correct }, byChoice: made.byChoice };
  },
});
