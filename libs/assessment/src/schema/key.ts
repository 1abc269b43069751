import { z } from 'zod';
import { htmlSchema, idSchema } from './content.js';

const ids = z.array(idSchema).max(200);
const pairs = z.record(idSchema, idSchema);
const sets = z.record(idSchema, ids);
const scoring = z.enum(['all-or-nothing', 'partial']);
const line = z.string().max(1_000);

const criterionSchema = z.strictObject({
  id: idSchema,
  title: line,
  levels: z.array(z.strictObject({ points: z.number().nonnegative().max(1_000), description: z.string().max(10_000) })).min(1).max(20),
});

const byRubric = z.strictObject({ rubric: z.array(criterionSchema).max(20), modelAnswerHtml: htmlSchema.exactOptional() });

/** The key of each kind, by kind. */
export const keySchemas = {
  'single-choice': z.strictObject({ correct: idSchema }),
  'multiple-response': z.strictObject({ correct: ids, scoring }),
  'true-false': z.strictObject({ correct: z.boolean() }),
  matching: z.strictObject({ pairs }),
  ordering: z.strictObject({ order: ids, scoring }),
  categorising: z.strictObject({ placement: pairs }),
  'fill-in': z.strictObject({
    accept: z.array(z.union([z.strictObject({ text: line }), z.strictObject({ pattern: line })])).max(100),
    caseSensitive: z.boolean(),
    accentSensitive: z.boolean(),
  }),
  numeric: z.strictObject({
    value: z.number(),
    tolerance: z.number().nonnegative(),
    toleranceKind: z.enum(['absolute', 'relative']),
    unit: line.exactOptional(),
  }),
  cloze: z.strictObject({ gaps: pairs }),
  'extended-matching': z.strictObject({ answers: pairs }),
  hotspot: z.strictObject({ correct: ids }),
  'long-text': byRubric,
  'script-concordance': z.strictObject({ panel: z.record(idSchema, z.record(idSchema, z.int().nonnegative().max(10_000))) }),
  'branching-case': z.strictObject({ credit: z.record(idSchema, z.record(idSchema, z.number().min(0).max(1))) }),
  'graphic-gap-match': z.strictObject({ placement: pairs }),
  matrix: z.strictObject({ answers: sets }),
  slider: z.strictObject({ value: z.number(), tolerance: z.number().nonnegative() }),
  'graphic-order': z.strictObject({ order: ids, scoring }),
  upload: byRubric,
  passage: z.strictObject({ answers: sets }),
};
