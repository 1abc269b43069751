import { kinds } from '@preceptor/assessment';
import { packageOptionsSchema } from '@preceptor/course';
import type { CourseOutline } from '@preceptor/course/delivery';
import { z } from 'zod';

/** Where a package says what it is: a file of this name at its root, listed in the manifest as any other. */
export const identityPath = 'preceptor.json';

const id = z.string().min(1).max(200);
const text = z.string().max(20_000);
const digest = z.string().regex(/^[0-9a-f]{16,64}$/);
const ids = z.array(id).max(20_000);

const outlineItem = z.object({ id, kind: z.enum(kinds), choices: z.int().min(0), revision: z.string().max(64).exactOptional() });

/** The outline of a course as JSON from outside. What it holds besides is left out. */
export const courseOutlineSchema = z.object({
  format: z.literal('preceptor-outline/1'),
  id, version: digest, title: text, language: z.string().max(35), direction: z.enum(['ltr', 'rtl']),
  disclaimerHtml: z.string().max(200_000).nullable(),
  credits: z.string().max(200_000),
  rules: z.object({
    completion: z.object({ lessons: z.enum(['all', 'none']), checks: z.boolean(), assessments: ids, minimumSeconds: z.number().min(0) }),
    success: z.object({ assessments: ids }),
  }),
  units: z.array(z.object({
    id, title: text, summaryHtml: z.string().max(200_000), objectives: z.array(text).max(1_000),
    lessons: z.array(z.object({ id, title: text, minutes: z.number().min(0), checks: z.array(outlineItem).max(1_000), reflections: ids })).max(5_000),
    assessment: z.object({
      id, title: text, purpose: z.enum(['quiz', 'final', 'pre-test', 'self-assessment']),
      passMark: z.number().min(0).max(1).nullable(), maxAttempts: z.int().positive().nullable(), timeLimitSeconds: z.int().positive().nullable(),
      feedback: z.enum(['immediate', 'after-submit', 'never']), navigation: z.enum(['free', 'linear']),
      itemCount: z.int().min(0), revision: z.string().max(64).exactOptional(),
    }).nullable(),
  })).max(5_000),
  glossary: z.boolean(),
}) satisfies z.ZodType<CourseOutline>;

/**
 * `preceptor.json`: which course, which version, made how, and enough of what is in it to say what another version
 * changes for a learner in the middle. It holds no key and no text of a lesson; digests are of canonical JSON (SHA-256,
 * hex) in the language that the package opens in.
 */
export const packageIdentitySchema = z.object({
  format: z.literal('preceptor-package/1'),
  /** `version` is the author's label, `hash` the SHA-256 of the compiled course with all its languages */
  course: z.object({ id, title: text, version: z.string().max(200), hash: digest }),
  standard: z.string().max(40),
  options: packageOptionsSchema.required(),
  /** BCP 47; the one that the package opens in first */
  languages: z.array(z.string().max(35)).min(1).max(100),
  /** of the player's script */
  player: digest,
  /** what an LMS launches; one where the structure is single */
  parts: z.array(z.object({ id, title: text, page: z.string().max(200) })).min(1).max(20_000),
  /** of the whole course, with the rules as the options leave them */
  outline: courseOutlineSchema,
  /** `digest` changes with anything in the lesson but its items */
  lessons: z.array(z.object({ id, digest })).max(20_000),
  /** `digest` changes with how the assessment is made up, said and marked; `items` are those that a form of it can hold */
  assessments: z.array(z.object({ id, digest, items: ids })).max(5_000),
  /**
   * Every item that can be met. `digest` changes with anything in it; `revision`, where known, only with what decides
   * whether a kept answer still answers it. `text` is the beginning of what it asks. `lessons` set it into their text.
   */
  items: z.array(z.object({ id, text: z.string().max(200), digest, revision: z.string().max(64).exactOptional(), lessons: ids })).max(50_000),
});
export type PackageIdentity = z.infer<typeof packageIdentitySchema>;

/** What the text of a `preceptor.json` says; null where it is none, or one of a later format. Never throws. */
export function readIdentity(json: string): PackageIdentity | null {
  try {
    return packageIdentitySchema.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}
