import type { Row } from '../platform/database/raw-sql.js';
import type { Verdict } from './exchange.entity.js';
import type { ReadImport, ReadItem } from './reading/read.types.js';

const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
const verdictOf = ({ notes }: ReadItem): Verdict => (notes.lost.length > 0 ? 'LOST' : notes.changed.length > 0 ? 'CHANGED' : 'KEPT');

/** What was read as rows of `exchange_entry`, in the order of the file as far as there is one. `boolean`: as the engine stores it. */
export function entryRows(importId: string, { items, failures }: ReadImport, known: ReadonlySet<string>, boolean: (value: boolean) => number | boolean): Row[] {
  const good = items.map((item) => ({
    name: item.name, kind: item.read.kind, stem: cut(item.read.stem, 300), file: cut(item.file, 300), line: item.line, verdict: verdictOf(item), known: boolean(known.has(item.name)), sound: boolean(item.read.sound),
    notes: JSON.stringify(item.notes), reason: item.problem === null ? null : cut(item.problem, 500), document: JSON.stringify(item.document), read: JSON.stringify(item.read),
  }));
  const bad = failures.map(({ file, line, item, reason }) => ({
    name: cut(item ?? '', 200), kind: '', stem: '', file: cut(file, 300), line, verdict: 'FAILED' as const, known: boolean(false), sound: boolean(false),
    notes: JSON.stringify({ kept: [], changed: [], lost: [] }), reason: cut(reason, 500), document: null, read: null,
  }));
  const all = [...good, ...bad];
  const oneFile = new Set(all.map(({ file }) => file)).size === 1;
  if (oneFile) all.sort((one, other) => (one.line ?? 0) - (other.line ?? 0));
  return all.map((row, position) => ({ import_id: importId, position, ...row }));
}
