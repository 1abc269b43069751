import { z } from 'zod';

/** Ids of choices, slots, items, sections: lower-case letters, digits and hyphens, at most 64, beginning with a letter or digit. */
export const idSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'an id is 1 to 64 lower-case letters, digits and hyphens');
/** Sanitised HTML of the compiler. */
export const htmlSchema = z.string().max(200_000);
const line = z.string().max(1_000);
const pixels = z.number().positive().max(100_000);

export const choiceSchema = z.strictObject({ id: idSchema, html: htmlSchema });
const choices = z.array(choiceSchema).max(200);

const regionSchema = z.strictObject({
  id: idSchema,
  label: line,
  shape: z.enum(['rect', 'circle', 'polygon']),
  coords: z.array(z.number()).min(3).max(400),
});

const picture = { image: line, alt: line, width: pixels, height: pixels, regions: z.array(regionSchema).max(200) };
const caseOption = choiceSchema.extend({ next: idSchema.nullable() });

/** The content of each kind, by kind. */
export const contentSchemas = {
  'single-choice': z.strictObject({ options: choices }),
  'multiple-response': z.strictObject({ options: choices, maxChoices: z.int().positive().exactOptional() }),
  'true-false': z.strictObject({}),
  matching: z.strictObject({ premises: choices, targets: choices }),
  ordering: z.strictObject({ elements: choices }),
  categorising: z.strictObject({ elements: choices, categories: choices }),
  'fill-in': z.strictObject({ expectedLength: z.int().positive().exactOptional() }),
  numeric: z.strictObject({ units: z.array(line).max(50).exactOptional() }),
  cloze: z.strictObject({ textHtml: htmlSchema, gaps: z.array(z.strictObject({ id: idSchema, options: choices })).max(100) }),
  'extended-matching': z.strictObject({
    options: choices,
    questions: z.array(z.strictObject({ id: idSchema, stemHtml: htmlSchema })).max(100),
  }),
  hotspot: z.strictObject({ ...picture, maxChoices: z.int().positive() }),
  'long-text': z.strictObject({ minWords: z.int().nonnegative().exactOptional(), maxWords: z.int().positive() }),
  'script-concordance': z.strictObject({
    questions: z.array(z.strictObject({ id: idSchema, hypothesisHtml: htmlSchema, findingHtml: htmlSchema })).max(100),
    scale: choices,
  }),
  'branching-case': z.strictObject({
    start: idSchema,
    steps: z.array(z.strictObject({ id: idSchema, html: htmlSchema, options: z.array(caseOption).max(50) })).max(100),
  }),
  'graphic-gap-match': z.strictObject({ ...picture, labels: choices }),
  matrix: z.strictObject({ rows: choices, columns: choices, perRow: z.enum(['one', 'several']) }),
  slider: z.strictObject({
    min: z.number(), max: z.number(), step: z.number().positive(),
    unit: line.exactOptional(), minLabel: line.exactOptional(), maxLabel: line.exactOptional(),
  }),
  'graphic-order': z.strictObject(picture),
  upload: z.strictObject({ accept: z.array(z.string().max(255)).max(50), maxBytes: z.int().positive(), record: z.literal('audio').exactOptional() }),
  passage: z.strictObject({
    passageHtml: htmlSchema,
    questions: z.array(z.strictObject({ id: idSchema, stemHtml: htmlSchema, options: choices, several: z.boolean() })).max(100),
  }),
};
