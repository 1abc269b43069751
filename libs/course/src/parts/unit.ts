import type { Objective } from '../compiled.js';
import type { SourceText } from '../files/source-text.js';
import { unitSchema } from '../source/unit.js';
import { checkValue } from '../yaml/check.js';
import { keyOf, PartBuilder, type Part, type PartContext } from './part.js';

export interface UnitHead { id: string; title: string; summaryHtml: string; objectives: Objective[] }

/** Compiles unit.yaml. */
export function compileUnit(source: SourceText, context: PartContext): Part<UnitHead> {
  const part = new PartBuilder(source, context);
  const file = part.yaml();
  if (file === null) return part.done<UnitHead>(null);
  part.define('unit', keyOf(file.value, 'id'), file.at(['id']));
  const written = checkValue(unitSchema, file, file.value, [], part.list);
  if (written === null) return part.done<UnitHead>(null);
  const fields = part.fields(file);
  const summaryHtml = fields.html(written.summary, 'summary');
  written.objectives.forEach((objective, index) => {
    part.define('objective', objective.id, file.at(['objectives', index, 'id']));
    part.mentionAll('statement', objective.statements, file, ['objectives', index, 'statements']);
  });
  for (const term of fields.terms) part.mention('term', term.id, term.span);
  return part.done({ id: written.id, title: written.title, summaryHtml, objectives: written.objectives });
}
