import { z } from 'zod';
import type { Kind } from '../item.js';
import { keyProblems } from './key-problems.js';
import { contentSchemas, htmlSchema, idSchema } from './content.js';
import { keySchemas } from './key.js';

const shown = { id: idSchema, stemHtml: htmlSchema, maxScore: z.number().positive().max(1_000), certainty: z.boolean() };
const base = {
  ...shown,
  statements: z.array(z.string().max(64)).max(100),
  level: z.enum(['recall', 'application', 'judgement']),
  difficulty: z.enum(['easy', 'medium', 'hard']),
  shuffle: z.boolean(),
  lessons: z.array(idSchema).max(100),
  tags: z.array(z.string().max(64)).max(100),
};

const feedbackSchema = z.strictObject({
  correctHtml: htmlSchema.exactOptional(),
  incorrectHtml: htmlSchema.exactOptional(),
  byChoice: z.record(idSchema, htmlSchema).exactOptional(),
});

function itemOf<K extends Kind>(kind: K): z.ZodObject<typeof base & { kind: z.ZodLiteral<K>; content: (typeof contentSchemas)[K]; key: (typeof keySchemas)[K]; feedback: typeof feedbackSchema }, z.core.$strict> {
  return z.strictObject({ ...base, kind: z.literal(kind), content: contentSchemas[kind], key: keySchemas[kind], feedback: feedbackSchema });
}

function viewOf<K extends Kind>(kind: K): z.ZodObject<typeof shown & { kind: z.ZodLiteral<K>; content: (typeof contentSchemas)[K] }, z.core.$strict> {
  return z.strictObject({ ...shown, kind: z.literal(kind), content: contentSchemas[kind] });
}

/** The shape of an item alone. */
export const itemShape = z.discriminatedUnion('kind', [
  itemOf('single-choice'), itemOf('multiple-response'), itemOf('true-false'), itemOf('matching'), itemOf('ordering'),
  itemOf('categorising'), itemOf('fill-in'), itemOf('numeric'), itemOf('cloze'), itemOf('extended-matching'),
  itemOf('hotspot'), itemOf('long-text'), itemOf('script-concordance'), itemOf('branching-case'), itemOf('graphic-gap-match'),
  itemOf('matrix'), itemOf('slider'), itemOf('graphic-order'), itemOf('upload'), itemOf('passage'),
]);

/** An item whose key fits its content, so that it can be scored and someone can be right. */
export const itemSchema = itemShape.superRefine((item, context) => {
  for (const problem of keyProblems(item)) context.addIssue({ code: 'custom', path: problem.path, message: problem.message });
});

/** What a learner may see; strict, so that nothing else passes. */
export const itemViewSchema = z.discriminatedUnion('kind', [
  viewOf('single-choice'), viewOf('multiple-response'), viewOf('true-false'), viewOf('matching'), viewOf('ordering'),
  viewOf('categorising'), viewOf('fill-in'), viewOf('numeric'), viewOf('cloze'), viewOf('extended-matching'),
  viewOf('hotspot'), viewOf('long-text'), viewOf('script-concordance'), viewOf('branching-case'), viewOf('graphic-gap-match'),
  viewOf('matrix'), viewOf('slider'), viewOf('graphic-order'), viewOf('upload'), viewOf('passage'),
]);
