import type { Span } from '../files/source-text.js';
import type { SourceText } from '../files/source-text.js';
import { bankEnvelopeSchema } from '../source/bank.js';
import { compileItem, type CompiledItem } from '../source/items/index.js';
import { checkValue } from '../yaml/check.js';
import type { Path, YamlFile } from '../yaml/yaml-file.js';
import { entriesOf } from './entries.js';
import { keyOf, PartBuilder, type Part, type PartContext } from './part.js';

export interface PlacedItem extends CompiledItem { span: Span; statementsSpan: Span }
export interface BankBody { id: string; title: string; unit: string | null; items: PlacedItem[]; span: Span }

/** Compiles a bank. `unit` of the result is null where the file names none. */
export function compileBank(source: SourceText, context: PartContext): Part<BankBody> {
  const part = new PartBuilder(source, context);
  const file = part.yaml();
  if (file === null) return part.done<BankBody>(null);
  part.define('bank', keyOf(file.value, 'id'), file.at(['id']));
  const head = checkValue(bankEnvelopeSchema, file, file.value, [], part.list);
  const items = itemsAt(part, file, head?.items ?? keyOf(file.value, 'items'), ['items']);
  if (head === null) return part.done<BankBody>(null);
  if (head.unit !== undefined) part.mention('unit', head.unit, file.at(['unit']));
  return part.done({ id: head.id, title: head.title, unit: head.unit ?? null, items, span: file.at(['id']) });
}

/** Compiles checks.yaml. */
export function compileChecks(source: SourceText, context: PartContext): Part<PlacedItem[]> {
  const part = new PartBuilder(source, context);
  const file = part.yaml();
  return part.done(file === null ? null : itemsAt(part, file, file.value, []));
}

function itemsAt(part: PartBuilder, file: YamlFile, value: unknown, path: Path): PlacedItem[] {
  const fields = part.fields(file);
  const items = entriesOf(part, file, value, path, 'item', (entry, at): PlacedItem | null => {
    const compiled = compileItem(entry, at, fields);
    if (compiled === null) return null;
    const { item } = compiled;
    part.mentionAll('statement', item.statements, file, [...at, 'statements']);
    part.mentionAll('lesson', compiled.lessons ?? [], file, [...at, 'lessons']);
    if (item.statements.length === 0) fields.report('item-without-statements', [...at, 'statements'], `The item "${item.id}" names no statement that it asks.`);
    return { ...compiled, span: file.at([...at, 'id']), statementsSpan: file.atKey([...at, 'statements']) };
  });
  for (const term of fields.terms) part.mention('term', term.id, term.span);
  return items;
}
