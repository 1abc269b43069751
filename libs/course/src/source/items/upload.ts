import { z } from 'zod';
import { generalFeedback, itemFields, sourceKind } from './kind.js';
import { makeRubric, rubricFields } from './rubric.js';

const mediaRange = z.string().regex(/^[a-z0-9][a-z0-9!#$&^_.+-]{0,126}\/(\*|[a-z0-9][a-z0-9!#$&^_.+-]{0,126})$/, 'a media type in lower-case letters, such as application/pdf or audio/*');

export const upload = sourceKind({
  kind: 'upload',
  schema: z.strictObject({
    ...itemFields, kind: z.literal('upload'), feedback: generalFeedback, shuffle: z.literal(false).default(false), ...rubricFields,
    accept: z.array(mediaRange).min(1).max(50).meta({ description: 'Media types that are taken; audio/* stands for all of its kind.' }),
    maxMegabytes: z.number().gt(0).max(500).default(20).meta({ description: 'The largest file that is taken, in millions of bytes.' }),
    record: z.literal('audio').optional().meta({ description: 'The answer may be recorded on the spot.' }),
  }),
  compile: (source, scope) => {
    const { accept, maxMegabytes, record } = source;
    if (record !== undefined && !accept.some((range) => range.startsWith('audio/'))) {
      scope.report('recording-not-accepted', ['record'], 'A recording could be made, but no audio is accepted.');
      return null;
    }
    const content = { accept, maxBytes: Math.max(1, Math.round(maxMegabytes * 1e6)), ...(record === undefined ? {} : { record }) };
    return { content, key: makeRubric(source, scope), byChoice: {} };
  },
});
