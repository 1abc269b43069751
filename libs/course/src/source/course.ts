import { z } from 'zod';
import { id, markdown, plain } from './ids.js';
import { packageOptionsSchema } from './packaging.js';

/** course.yaml */
export const courseSchema = z.strictObject({
  id: id.meta({ description: 'What the course is called for ever, in addresses and packages.' }),
  title: plain,
  language: z.string().meta({ description: 'BCP 47, such as en or pt-BR; the direction of writing follows from it.' }),
  description: markdown,
  authors: z.array(plain).min(1),
  licence: plain,
  version: z.string().min(1).max(64).meta({ description: "The author's own label of this version, in quotation marks." }),
  keywords: z.array(plain).max(50).default([]),
  creditHours: z.number().min(0).max(1000).optional(),
  credits: markdown.meta({ description: 'Markdown that names the sources.' }),
  disclaimer: markdown.optional().meta({ description: 'Markdown; learners acknowledge it before the first lesson.' }),
  completion: z.strictObject({
    lessons: z.enum(['all', 'none']).default('all'),
    checks: z.boolean().default(false).meta({ description: 'Every knowledge check in a lesson must have been answered.' }),
    assessments: z.array(id).default([]).meta({ description: 'Assessments that must be submitted at least once.' }),
    minimumMinutes: z.number().min(0).max(100_000).default(0),
  }).prefault({}),
  success: z.strictObject({
    assessments: z.array(id).default([]).meta({ description: 'Assessments that must all be passed; none: success stays unknown.' }),
  }).prefault({}),
  packaging: packageOptionsSchema.optional().meta({ description: 'What packages of this course are made to do, unless something else is asked for.' }),
});

/** One entry of statements.yaml */
export const statementSchema = z.strictObject({
  id,
  text: z.string().min(1).max(2_000).meta({ description: 'One claim of the guide, in your own words.' }),
  section: plain.meta({ description: 'The heading of the guide that it stands under.' }),
});
export const statementsSchema = z.array(statementSchema);

/** One entry of glossary.yaml */
export const termSchema = z.strictObject({ id, term: plain, definition: markdown });
export const glossarySchema = z.array(termSchema);
