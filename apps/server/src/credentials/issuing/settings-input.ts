import { z } from 'zod';
import { hoursRule } from '../education/hours.js';

const id = z.string().nullish().transform((value) => (value === undefined || value === '' ? null : value));
/** How a cohort's certificates are to come about. */
export const settingsInput = z.object({
  mode: z.enum(['OFF', 'AT_ONCE', 'APPROVAL']),
  hours: hoursRule,
  validMonths: z.number().int('Whole months.').min(1, 'At least one month.').max(240, 'At most 240 months.').nullish().transform((value) => value ?? null),
  licenceRequired: z.boolean(),
  attestation: z.string().trim().max(2_000, 'A declaration has at most 2,000 characters.').nullish().transform((value) => (value === undefined || value === '' ? null : value)),
  body: id, preTest: id, postTest: id,
  postTestMark: z.number().gt(0, 'A mark lies above 0 and is at most 1.').max(1, 'A mark lies above 0 and is at most 1.').nullish().transform((value) => value ?? null),
}).refine(({ postTest, postTestMark }) => (postTest === null) === (postTestMark === null), { error: 'A post-test and its mark are given together.', path: ['postTestMark'] });
export type SettingsInput = z.input<typeof settingsInput>;

export const bodyInput = z.object({
  id, name: z.string().trim().min(1, 'Give its name.').max(160, 'A name has at most 160 characters.'),
  providerNumber: z.string().trim().max(60, 'A provider number has at most 60 characters.'), statement: z.string().trim().max(1_500, 'A statement has at most 1,500 characters.'),
});
export type BodyInput = z.input<typeof bodyInput>;
