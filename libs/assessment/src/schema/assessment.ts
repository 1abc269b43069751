import { z } from 'zod';
import { htmlSchema, idSchema } from './content.js';
import { itemSchema } from './item.js';

const title = z.string().max(1_000);
const seed = z.string().min(1).max(200);

/** One answer as it comes in: any value, since scoring is total over it. */
export const itemResponseSchema = z.strictObject({ value: z.unknown(), certainty: z.literal([1, 2, 3]).exactOptional() });

const drawSchema = z.strictObject({
  bank: idSchema,
  count: z.int().positive().max(1_000),
  unit: idSchema.exactOptional(),
  level: z.enum(['recall', 'application', 'judgement']).exactOptional(),
  difficulty: z.enum(['easy', 'medium', 'hard']).exactOptional(),
  tag: z.string().max(64).exactOptional(),
});

export const assessmentSchema = z.strictObject({
  id: idSchema,
  title,
  introHtml: htmlSchema,
  purpose: z.enum(['quiz', 'final', 'pre-test', 'self-assessment']),
  sections: z.array(z.strictObject({
    id: idSchema,
    title,
    items: z.array(idSchema).max(1_000).exactOptional(),
    draw: z.array(drawSchema).max(200).exactOptional(),
    shuffle: z.boolean(),
  })).max(100),
  forms: z.array(z.strictObject({
    id: idSchema,
    sections: z.array(z.strictObject({ id: idSchema, items: z.array(idSchema).max(1_000) })).max(100),
  })).min(1).max(20).exactOptional(),
  passMark: z.number().min(0).max(1).nullable(),
  maxAttempts: z.int().positive().nullable(),
  timeLimitSeconds: z.int().positive().nullable(),
  feedback: z.enum(['immediate', 'after-submit', 'never']),
  navigation: z.enum(['free', 'linear']),
});

export const bankSchema = z.strictObject({ id: idSchema, title, unit: idSchema.nullable(), items: z.array(itemSchema).max(5_000) });

export const formSchema = z.strictObject({
  assessment: idSchema,
  seed,
  fixed: idSchema.exactOptional(),
  sections: z.array(z.strictObject({ id: idSchema, title, items: z.array(idSchema).max(1_000) })).max(100),
  order: z.record(idSchema, z.array(idSchema).max(10_000)),
  masked: z.literal(true).exactOptional(),
});
