/**
 * The shapes of `item.ts` as zod schemas, for what comes from outside (compiled courses, requests, stored forms) and
 * for JSON Schema. A separate entry, so that a player's bundle need not carry the schema library.
 */
export { assessmentSchema, bankSchema, formSchema, itemResponseSchema } from './schema/assessment.js';
export { choiceSchema, contentSchemas, htmlSchema, idSchema } from './schema/content.js';
export { itemSchema, itemShape, itemViewSchema } from './schema/item.js';
export { keySchemas } from './schema/key.js';
export { keyProblems, type KeyProblem } from './schema/key-problems.js';
