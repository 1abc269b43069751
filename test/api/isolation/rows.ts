import { v7 } from 'uuid';
import type { Database } from '../../../apps/server/src/platform/database/database.js';

export type Row = Record<string, unknown>;
interface Table { name: string; columns: { name: string; type: string; required: boolean }[]; references: Map<string, string> }
/** Tables that are nobody's: the server keeps them for itself. */
const nobodys = ['migrations', 'scheduled_work', 'learning_masking', 'mail_secret', 'sqlite_sequence', 'sqlite_stat1', 'item_index'];

/** Every table of the database with its columns, on either engine. */
export async function tablesOf(database: Database): Promise<Table[]> {
  const ask = (statement: string) => database.read.query<Row[]>(statement);
  const lite = database.engine === 'sqlite';
  const columns = await ask(lite
    ? `SELECT m.name AS "table", c.name AS "name", c.type AS "type", c."notnull" AS "required" FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.sql NOT LIKE '%VIRTUAL%' AND m.name NOT LIKE '%fts%' ORDER BY m.name, c.cid`
    : `SELECT table_name AS "table", column_name AS "name", data_type AS "type", CASE WHEN is_nullable = 'NO' THEN 1 ELSE 0 END AS "required" FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name) WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY table_name, ordinal_position`);
  const references = await ask(lite
    ? `SELECT m.name AS "table", f."from" AS "name", f."table" AS "to" FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table'`
    : `SELECT k.table_name AS "table", k.column_name AS "name", c.table_name AS "to" FROM information_schema.key_column_usage k JOIN information_schema.constraint_column_usage c ON c.constraint_name = k.constraint_name JOIN information_schema.table_constraints t ON t.constraint_name = k.constraint_name AND t.constraint_type = 'FOREIGN KEY'`);
  const names = [...new Set(columns.map(({ table }) => String(table)))].filter((name) => !nobodys.some((each) => name.startsWith(each)));
  return names.map((name) => ({
    name,
    columns: columns.filter(({ table }) => table === name).map((column) => ({ name: String(column['name']), type: String(column['type']).toLowerCase(), required: Number(column['required']) === 1 })),
    references: new Map(references.filter(({ table }) => table === name).map((each) => [String(each['name']), String(each['to'])])),
  }));
}

export type Dump = Map<string, Row[]>;
export async function dumpOf(database: Database, tables: Table[]): Promise<Dump> {
  const dump: Dump = new Map();
  for (const { name } of tables) dump.set(name, await database.read.query<Row[]>(`SELECT * FROM "${name}"`));
  return dump;
}

/**
 * Puts a row of an organisation into every table in which `own` finds none: its ids are real, its texts say nothing.
 * Gives one row of the organisation for each table.
 */
export async function plantRows(database: Database, tables: Table[], organisation: string, own: Dump): Promise<Map<string, Row>> {
  const rows = new Map<string, Row>();
  const waiting = [...tables];
  while (waiting.length > 0) {
    const at = waiting.findIndex(({ name, references }) => [...references.values()].every((to) => to === name || rows.has(to)));
    const [table] = waiting.splice(Math.max(0, at), 1);
    if (table === undefined) break;
    const known = (own.get(table.name) ?? []).filter((row) => row['organisation_id'] === undefined || row['organisation_id'] === organisation).toSorted((a, b) => String(a['id']).localeCompare(String(b['id'])))[0];
    rows.set(table.name, known ?? await plant(database, table, organisation, rows));
  }
  return rows;
}

async function plant(database: Database, { name, columns, references }: Table, organisation: string, rows: Map<string, Row>): Promise<Row> {
  const row: Row = Object.fromEntries(columns.filter(({ required, name: column }) => required || column.endsWith('_id')).map(({ name: column, type }) => [column, valueOf(column, type)]));
  function valueOf(column: string, type: string): unknown {
    if (column === 'organisation_id') return organisation;
    if (name === 'cohort_role' && column === 'role') return 'OBSERVER';
    const to = references.get(column) ?? column.replace(/_id$/, '');
    const parent = rows.get(to) ?? (column.endsWith('_id') ? [...rows].find(([table]) => table.endsWith(`_${to}`))?.[1] : undefined);
    if (parent !== undefined && (references.has(column) || column.endsWith('_id'))) return parent['id'] ?? parent[column];
    if (/bool/.test(type)) return database.engine === 'sqlite' ? 0 : false;
    if (/int|double|real|numeric/.test(type)) return 1;
    if (column === 'id' || column.endsWith('_id') || /email|slug|hash|token|code|name|key|address/.test(column)) return v7();
    if (/_at$|_on$|^at$|until|expires/.test(column)) return '2099-01-01T00:00:00.000Z';
    return '{}';
  }
  const insert = (entries: [string, unknown][]) => database.write((manager) => manager.query(`INSERT INTO "${name}" (${entries.map(([column]) => `"${column}"`).join(', ')}) VALUES (${entries.map((_, index) => database.parameter(index + 1)).join(', ')})`, entries.map(([, value]) => value)));
  await insert(Object.entries(row))
    // A text that must differ from those of others.
    .catch(() => insert(Object.entries(Object.assign(row, Object.fromEntries(Object.entries(row).filter(([, value]) => value === '{}').map(([column]) => [column, v7()]))))))
    .catch((fault: unknown) => { throw new Error(`No row could be put into ${name}: ${String(fault)}. Tell plant() in test/api/isolation/rows.ts what its columns hold.`); });
  return row;
}

const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;
/** Every id in a text. */
export const idsIn = (text: string): string[] => [...new Set(text.match(uuids) ?? [])];

/** What was changed or taken of the rows in `before`, and what was added that points at one of `theirs`, a line each. */
export function changesOf(before: Dump, after: Dump, theirs: ReadonlySet<string>): string[] {
  const found: string[] = [];
  for (const [table, rows] of before) {
    const [was, is] = [rows.map((row) => JSON.stringify(row)), (after.get(table) ?? []).map((row) => JSON.stringify(row))];
    const [old, now] = [new Set(was), new Set(is)];
    for (const row of old) if (!now.has(row)) found.push(`${table}: this row was changed or taken away: ${row.slice(0, 400)}`);
    for (const row of now) if (!old.has(row) && idsIn(row).some((id) => theirs.has(id))) found.push(`${table}: this row of a stranger points at it: ${row.slice(0, 400)}`);
  }
  return found;
}
