import { patternProblem } from '@preceptor/assessment';
import { z } from 'zod';
import { plain } from '../ids.js';
import { generalFeedback, itemFields, sourceKind } from './kind.js';

export const fillIn = sourceKind({
  kind: 'fill-in',
  schema: z.strictObject({
    ...itemFields, kind: z.literal('fill-in'), feedback: generalFeedback, shuffle: z.literal(false).default(false),
    accept: z.array(z.union([plain, z.strictObject({ pattern: z.string().min(1).max(200) })])).min(1).max(100)
      .meta({ description: 'Texts, or bounded patterns, that are right.' }),
    caseSensitive: z.boolean().default(false),
    accentSensitive: z.boolean().default(false),
    expectedLength: z.int().min(1).max(500).optional(),
  }),
  compile: (source, scope) => {
    let whole = true;
    source.accept.forEach((each, index) => {
      const problem = typeof each === 'string' ? null : patternProblem(each.pattern);
      if (problem === null) return;
      whole = false;
      scope.report('bad-pattern', ['accept', index], `The pattern is not allowed: ${problem.message}`);
    });
    if (!whole) return null;
    const accept = source.accept.map((each) => (typeof each === 'string' ? { text: each } : { pattern: each.pattern }));
    return {
      content: source.expectedLength === undefined ? {} : { expectedLength: source.expectedLength },
      key: { accept, caseSensitive: source.caseSensitive, accentSensitive: source.accentSensitive },
      byChoice: {},
    };
  },
});
