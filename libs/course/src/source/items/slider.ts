import { z } from 'zod';
import { plain } from '../ids.js';
import { generalFeedback, itemFields, sourceKind } from './kind.js';

export const slider = sourceKind({
  kind: 'slider',
  schema: z.strictObject({
    ...itemFields, kind: z.literal('slider'), feedback: generalFeedback, shuffle: z.literal(false).default(false),
    min: z.number(), max: z.number(),
    step: z.number().gt(0).default(1).meta({ description: 'The slider stands on min, min + step, min + 2 × step … up to max.' }),
    value: z.number().meta({ description: 'The right value.' }),
    tolerance: z.number().min(0).default(0).meta({ description: 'How far from it is still right.' }),
    unit: plain.optional(),
    minLabel: plain.optional().meta({ description: 'What stands at the lower end.' }),
    maxLabel: plain.optional().meta({ description: 'What stands at the upper end.' }),
  }),
  compile: (source, scope) => {
    const { min, max, step, value, tolerance, unit, minLabel, maxLabel } = source;
    if (max - min < step) {
      scope.report('bounds-crossed', ['max'], `From ${min} to ${max} there is no room for a step of ${step}.`);
      return null;
    }
    const places = Math.floor((max - min) / step + 1e-6);
    const nearest = Number((min + Math.min(places, Math.max(0, Math.round((value - min) / step))) * step).toPrecision(12));
    if (Math.abs(nearest - value) > tolerance + 1e-9 * Math.abs(value)) {
      scope.report('slider-off-step', ['value'], `The slider can't stand within ${tolerance} of ${value}: the nearest place is ${nearest}.`);
      return null;
    }
    const words = { ...(unit === undefined ? {} : { unit }), ...(minLabel === undefined ? {} : { minLabel }), ...(maxLabel === undefined ? {} : { maxLabel }) };
    return { content: { min, max, step, ...words }, key: { value, tolerance }, byChoice: {} };
  },
});
