import { z } from 'zod';
import { choiceId } from '../ids.js';
import { atLeast, isChoice, makeChoices } from './choices.js';
import { choice, choiceWithFeedback, generalFeedback, itemFields, shuffle, sourceKind } from './kind.js';

export const matrix = sourceKind({
  kind: 'matrix',
  schema: z.strictObject({
    ...itemFields, kind: z.literal('matrix'), shuffle: shuffle(true).meta({ description: 'Rows are shown in a random order; columns never are.' }), feedback: generalFeedback,
    perRow: z.enum(['one', 'several']).default('one').meta({ description: 'How many columns may be chosen in a row.' }),
    columns: z.array(choice).max(20),
    rows: z.array(choiceWithFeedback.extend({
      answer: z.union([choiceId, z.array(choiceId).max(20)]).meta({ description: 'Id of the right column, or ids where several may be chosen.' }),
    })).max(100),
  }),
  compile: (source, scope) => {
    let whole = [atLeast(2, source.columns, ['columns'], scope), atLeast(1, source.rows, ['rows'], scope)].every(Boolean);
    const columns = makeChoices(source.columns, ['columns'], scope, { feedback: false }).choices;
    const { choices: rows, byChoice } = makeChoices(source.rows, ['rows'], scope, { feedback: true });
    const answers: Record<string, string[]> = {};
    rows.forEach(({ id }, index) => {
      const path = ['rows', index, 'answer'];
      const ids = [...new Set([source.rows[index]?.answer ?? []].flat())];
      answers[id] = ids;
      if (ids.length === 0) scope.report('none-correct', path, 'No column is right in this row; at least one must be.');
      if (source.perRow === 'one' && ids.length > 1) scope.report('bounds-crossed', path, `Only one column may be chosen in a row, but ${ids.length} are right here.`);
      const sound = ids.length > 0 && (source.perRow === 'several' || ids.length === 1);
      if (!ids.map((column) => isChoice(column, columns, path, scope)).every(Boolean) || !sound) whole = false;
    });
    return whole ? { content: { rows, columns, perRow: source.perRow }, key: { answers }, byChoice } : null;
  },
});
