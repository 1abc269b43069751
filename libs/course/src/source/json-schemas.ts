import { z } from 'zod';
import { compiledCourseSchema } from '../compiled-schema.js';
import { assessmentSchema } from './assessment.js';
import { bankSchema, checksSchema } from './bank.js';
import { courseSchema, glossarySchema, statementsSchema } from './course.js';
import { lessonSchema, unitSchema } from './unit.js';

type JsonSchema = Record<string, unknown>;

const written: Record<string, { title: string; schema: z.ZodType }> = {
  course: { title: 'course.yaml', schema: courseSchema },
  statements: { title: 'statements.yaml', schema: statementsSchema },
  glossary: { title: 'glossary.yaml', schema: glossarySchema },
  unit: { title: 'unit.yaml', schema: unitSchema },
  lesson: { title: 'The front matter of a lesson', schema: lessonSchema },
  checks: { title: 'checks.yaml', schema: checksSchema },
  bank: { title: 'bank.yaml', schema: bankSchema },
  assessment: { title: 'assessment.yaml', schema: assessmentSchema },
};

/** JSON Schemas by file name: of every kind of YAML that authors write, and of the compiled course. For docs/schemas. */
export function generateSchemas(): Record<string, JsonSchema> {
  const schemas: Record<string, JsonSchema> = {};
  for (const [name, { title, schema }] of Object.entries(written)) {
    schemas[`${name}.schema.json`] = { ...z.toJSONSchema(schema, { io: 'input', target: 'draft-7', reused: 'ref' }), title };
  }
  schemas['compiled-course.schema.json'] = { ...z.toJSONSchema(compiledCourseSchema, { io: 'input', target: 'draft-7', reused: 'ref' }), title: 'A compiled course' };
  return schemas;
}
