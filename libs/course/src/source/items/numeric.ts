import { z } from 'zod';
import { plain } from '../ids.js';
import { generalFeedback, itemFields, sourceKind } from './kind.js';

export const numeric = sourceKind({
  kind: 'numeric',
  schema: z.strictObject({
    ...itemFields, kind: z.literal('numeric'), feedback: generalFeedback, shuffle: z.literal(false).default(false),
    value: z.number(),
    tolerance: z.number().min(0).default(0),
    toleranceKind: z.enum(['absolute', 'relative']).default('absolute'),
    units: z.array(plain).min(1).max(20).optional().meta({ description: 'Units that the learner may pick.' }),
    unit: plain.optional().meta({ description: 'The right one.' }),
  }),
  compile: (source, scope) => {
    if (source.unit !== undefined && source.units?.includes(source.unit) !== true) {
      scope.report('unit-not-offered', ['unit'], `The unit "${source.unit.slice(0, 60)}" is not among the units.`);
      return null;
    }
    const { value, tolerance, toleranceKind, unit, units } = source;
    return {
      content: units === undefined ? {} : { units },
      key: { value, tolerance, toleranceKind, ...(unit === undefined ? {} : { unit }) },
      byChoice: {},
    };
  },
});
