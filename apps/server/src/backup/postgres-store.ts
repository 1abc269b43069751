import pg from 'pg';
import { inOrder, orderOf, quoted, type Store, type StoredTable, type Value, valueOf } from './store.js';

const atOnce = 500;
/** Fewer than the 65,535 parameters that one statement may have. */
const mostParameters = 30_000;
const bigintType = 20;

/** PostgreSQL: one transaction that reads a snapshot, through a cursor. */
export class PostgresStore implements Store {
  readonly engine = 'postgres';
  private constructor(private readonly client: pg.Client) {}

  static async open(url: string): Promise<PostgresStore> {
    const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC -c extra_float_digits=1', types: { getTypeParser: (type, format) => (Number(type) === bigintType ? Number : pg.types.getTypeParser(type, format)) } });
    await client.connect();
    return new PostgresStore(client);
  }

  async beginReading(): Promise<void> {
    await this.client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await this.client.query('SELECT COUNT(*) FROM "migrations"');
  }

  async beginWriting(): Promise<void> { await this.client.query('BEGIN'); }
  async commit(): Promise<void> { await this.client.query('COMMIT'); }
  async rollback(): Promise<void> { await this.client.query('ROLLBACK'); }
  async clear({ name }: StoredTable): Promise<void> { await this.client.query(`DELETE FROM ${quoted(name)}`); }
  async close(): Promise<void> { await this.client.end(); }

  async tables(): Promise<StoredTable[]> {
    const { rows: columns } = await this.client.query<{ table: string; name: string; type: string }>(
      "SELECT c.table_name AS table, c.column_name AS name, c.data_type AS type FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name) WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE' AND c.is_generated = 'NEVER' ORDER BY c.table_name, c.ordinal_position");
    const { rows: keys } = await this.client.query<{ table: string; name: string }>(
      "SELECT k.table_name AS table, k.column_name AS name FROM information_schema.key_column_usage k JOIN information_schema.table_constraints c USING (constraint_schema, constraint_name) WHERE c.constraint_type = 'PRIMARY KEY' AND k.table_schema = current_schema() ORDER BY k.table_name, k.ordinal_position");
    const { rows: references } = await this.client.query<{ table: string; other: string }>(
      "SELECT DISTINCT r.relname AS table, o.relname AS other FROM pg_constraint c JOIN pg_class r ON r.oid = c.conrelid JOIN pg_class o ON o.oid = c.confrelid WHERE c.contype = 'f' AND r.relnamespace = current_schema()::regnamespace");
    const names = [...new Set(columns.map(({ table }) => table))];
    return inOrder(names.map((name) => ({
      name,
      columns: columns.filter(({ table }) => table === name).map((column) => ({ name: column.name, boolean: column.type === 'boolean', text: /text|char/.test(column.type) })),
      key: keys.filter(({ table }) => table === name).map((column) => column.name),
      references: references.filter(({ table }) => table === name).map(({ other }) => other),
    })));
  }

  async *rows({ name, columns, key }: StoredTable): AsyncGenerator<Value[]> {
    const order = orderOf({ columns, key }).map((part) => `${quoted(part)}${columns.find((column) => column.name === part)?.text === true ? ' COLLATE "C"' : ''}`);
    await this.client.query(`DECLARE whole NO SCROLL CURSOR FOR SELECT ${columns.map((column) => quoted(column.name)).join(', ')} FROM ${quoted(name)} ORDER BY ${order.join(', ')}`);
    try {
      for (;;) {
        const { rows } = await this.client.query<unknown[]>({ text: `FETCH ${atOnce} FROM whole`, rowMode: 'array' });
        for (const row of rows) yield columns.map((column, index) => valueOf(row[index], column.boolean));
        if (rows.length < atOnce) break;
      }
    } finally {
      await this.client.query('CLOSE whole').catch(() => undefined);
    }
  }

  async insert({ name, columns }: StoredTable, rows: Value[][]): Promise<void> {
    const size = Math.max(1, Math.floor(mostParameters / columns.length));
    for (let from = 0; from < rows.length; from += size) {
      const part = rows.slice(from, from + size);
      const values = part.map((_, row) => `(${columns.map((_column, index) => `$${row * columns.length + index + 1}`).join(', ')})`);
      await this.client.query(`INSERT INTO ${quoted(name)} (${columns.map((column) => quoted(column.name)).join(', ')}) VALUES ${values.join(', ')}`, part.flat());
    }
  }
}
