import { DiagnosticList, type Diagnostic } from '../diagnostics/diagnostic.js';
import { SourceText } from '../files/source-text.js';
import { parseYaml } from '../yaml/parse.js';

/** An item as it is written (an entry of bank.yaml as JSON), and the line on which it begins. It need not compile. */
export interface WrittenItem { document: Record<string, unknown>; line: number }
export interface WrittenBank {
  /** null: checks.yaml, or a list of items alone */
  head: { id: string; title: string; unit: string | null } | null;
  items: WrittenItem[];
  diagnostics: Diagnostic[];
}

/** The items of a bank.yaml or checks.yaml as they are written, for editors and for exchange with a server. Never throws. */
export function readBank(path: string, text: string): WrittenBank {
  const list = new DiagnosticList();
  const source = new SourceText(path, text);
  const file = parseYaml(source, list);
  if (file === null) return { head: null, items: [], diagnostics: list.items };
  const { value } = file;
  const bare = Array.isArray(value);
  const entries: unknown = bare ? value : isRecord(value) ? value['items'] : undefined;
  if (!Array.isArray(entries)) {
    list.report('wrong-type', source, file.at([]), 'This is no bank of items: a bank has id, title and items.');
    return { head: null, items: [], diagnostics: list.items };
  }
  const items = entries.flatMap((entry: unknown, index): WrittenItem[] => {
    const place = file.at(bare ? [index] : ['items', index]);
    if (isRecord(entry)) return [{ document: entry, line: place.line }];
    list.report('wrong-type', source, place, 'This is no item: an item has id, kind and stem.');
    return [];
  });
  return { head: bare || !isRecord(value) ? null : { id: textOf(value['id']), title: textOf(value['title']), unit: typeof value['unit'] === 'string' ? value['unit'] : null }, items, diagnostics: list.items };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
