import { z } from 'zod';
import { id, markdown, plain, statementIds } from './ids.js';

/** unit.yaml */
export const unitSchema = z.strictObject({
  id,
  title: plain,
  summary: markdown,
  objectives: z.array(z.strictObject({
    id,
    text: plain.meta({ description: 'What a learner will be able to do: an observable verb first.' }),
    statements: statementIds.default([]),
  })).default([]),
});

/** The front matter of a lesson */
export const lessonSchema = z.strictObject({
  id,
  title: plain,
  statements: statementIds.meta({ description: 'Statements that the lesson teaches.' }),
});
