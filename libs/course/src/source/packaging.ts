import { z } from 'zod';
import type { PackageOptions } from '../package-options.js';

/** `packaging` of course.yaml, and the options of a package wherever they come from. */
export const packageOptionsSchema = z.strictObject({
  structure: z.enum(['single', 'units', 'lessons']).optional().meta({ description: 'One part for the whole course, one for each unit, or one for each lesson and assessment.' }),
  order: z.enum(['free', 'in-order', 'forward-only']).optional().meta({ description: 'Where there are several parts: any order, each after the one before it, or onwards only.' }),
  passMark: z.number().min(0).max(1).nullable().optional().meta({ description: 'From 0 to 1, in place of the pass marks of the assessments that decide success.' }),
  completes: z.enum(['course', 'lessons', 'assessments']).optional().meta({ description: "What completes the package: the course's own rule, every lesson, or the deciding assessments." }),
  status: z.enum(['passed-failed', 'passed-incomplete', 'completed']).optional().meta({ description: 'What a standard with one status reports.' }),
  interactions: z.enum(['all', 'answers', 'none']).optional().meta({ description: 'Whether answers are sent to the LMS, and whether with the texts of the questions.' }),
  window: z.enum(['frame', 'window']).optional().meta({ description: "Open in the LMS's frame, or in a window of its own." }),
  language: z.string().min(2).max(35).optional().meta({ description: "'all' for every language with a switch, or the tag of one, such as es." }),
  exit: z.enum(['suspend-until-done', 'suspend', 'normal']).optional().meta({ description: 'How a session ends for the LMS.' }),
  exitButton: z.boolean().optional().meta({ description: 'Show a button that saves and closes the course.' }),
  attempts: z.int().min(1).max(100).nullable().optional().meta({ description: 'Attempts at each assessment that decides success.' }),
  hideLmsNavigation: z.boolean().optional().meta({ description: 'Hide the "next" and "previous" of the LMS where the standard can say so.' }),
  timeLimitMinutes: z.int().min(1).max(100_000).nullable().optional().meta({ description: 'Minutes for the whole course.' }),
  validUntil: z.iso.date().nullable().optional().meta({ description: 'The last day on which the package may be used, such as 2027-12-31.' }),
}) satisfies z.ZodType<{ [K in keyof PackageOptions]?: PackageOptions[K] | undefined }>;
