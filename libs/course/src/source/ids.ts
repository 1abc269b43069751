import { z } from 'zod';

/** An id of the course: what a learner's progress hangs on. */
export const id = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/, 'an id: lower-case letters, digits and hyphens, 1 to 64, beginning with a letter')
  .meta({ description: 'Stable id: lower-case letters, digits and hyphens, 1 to 64, beginning with a letter.' });

/** The id of a choice within its item. */
export const choiceId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'an id: lower-case letters, digits and hyphens, 1 to 64')
  .meta({ description: 'Id within the item; left out: a, b, c … in the order written.' });

/** Markdown without directives other than :term. */
export const markdown = z.string().min(1).max(20_000).meta({ description: 'Markdown.' });
export const plain = z.string().min(1).max(500);
export const statementIds = z.array(id).max(100).meta({ description: 'Ids of statements.yaml.' });
export const level = z.enum(['recall', 'application', 'judgement']);
export const difficulty = z.enum(['easy', 'medium', 'hard']);
