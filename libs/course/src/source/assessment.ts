import { z } from 'zod';
import { difficulty, id, level, markdown, plain } from './ids.js';

/** assessment.yaml */
export const assessmentSchema = z.strictObject({
  id,
  title: plain.optional().meta({ description: "Left out: the unit's title." }),
  intro: markdown.optional(),
  purpose: z.enum(['quiz', 'final', 'pre-test', 'self-assessment']),
  passMark: z.number().min(0).max(1).optional().meta({ description: '0 to 1; left out: there is nothing to pass.' }),
  maxAttempts: z.int().min(1).max(1000).optional().meta({ description: 'Left out: as many as one likes.' }),
  timeLimitMinutes: z.number().gt(0).max(10_000).optional().meta({ description: 'Left out: none.' }),
  feedback: z.enum(['immediate', 'after-submit', 'never']).optional().meta({ description: 'Left out: immediate for a quiz, after-submit else.' }),
  navigation: z.enum(['free', 'linear']).default('free'),
  sections: z.array(z.strictObject({
    id,
    title: plain,
    shuffle: z.boolean().default(true).meta({ description: 'The order of the items is random.' }),
    items: z.array(id).max(1_000).optional().meta({ description: 'Items of the banks that every form holds.' }),
    draw: z.array(z.strictObject({
      bank: id, count: z.int().min(1).max(1000), level: level.optional(), difficulty: difficulty.optional(), tag: z.string().min(1).max(64).optional(), unit: id.optional(),
    })).max(200).optional().meta({ description: 'Items drawn from banks; each of the filters may be left out.' }),
  })).min(1).max(100),
  forms: z.array(z.strictObject({
    id,
    sections: z.array(z.strictObject({ id, items: z.array(id).min(1).max(1_000) })).min(1).max(100),
  })).min(1).max(20).optional().meta({ description: 'Fixed forms, equally long. Then the sections have neither items nor draws of their own.' }),
});
