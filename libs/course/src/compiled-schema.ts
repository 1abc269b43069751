import { assessmentSchema, bankSchema, itemSchema } from '@preceptor/assessment/schema';
import { z } from 'zod';
import { packageOptionsSchema } from './source/packaging.js';

const text = z.string();
const texts = z.array(text);

const oneLanguage = z.strictObject({
  format: z.literal('preceptor-course/1'),
  id: text, slug: text, title: text, language: text, direction: z.enum(['ltr', 'rtl']),
  descriptionHtml: text, description: text, authors: texts, licence: text, version: text, keywords: texts,
  creditHours: z.number().nullable(),
  credits: text,
  disclaimer: z.strictObject({ html: text }).nullable(),
  rules: z.strictObject({
    completion: z.strictObject({ lessons: z.enum(['all', 'none']), checks: z.boolean(), assessments: texts, minimumSeconds: z.number() }),
    success: z.strictObject({ assessments: texts }),
  }),
  statements: z.array(z.strictObject({ id: text, text, section: text })),
  glossary: z.array(z.strictObject({ id: text, term: text, html: text })),
  units: z.array(z.strictObject({
    id: text, title: text, summaryHtml: text,
    objectives: z.array(z.strictObject({ id: text, text, statements: texts })),
    lessons: z.array(z.strictObject({
      id: text, title: text, html: text, text, words: z.number(), minutes: z.number(), statements: texts,
      checks: z.array(itemSchema), reflections: z.array(z.strictObject({ id: text, promptHtml: text })),
    })),
    assessment: assessmentSchema.nullable(),
  })),
  banks: z.array(bankSchema),
  media: z.array(z.strictObject({ path: text, sha256: text, bytes: z.number(), type: text })),
  packaging: packageOptionsSchema.optional(),
});

/** The schema of a compiled course: what `compiled.ts` says, for whoever receives one as JSON. */
export const compiledCourseSchema = oneLanguage.extend({ translations: z.array(oneLanguage).optional() });
