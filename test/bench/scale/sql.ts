import Sqlite from 'better-sqlite3';
import pg from 'pg';
import { join } from 'node:path';

/** Statements for seeding, the same on either engine. */
export interface Sql {
  /** Names of a table's columns. */
  columns(table: string): Promise<string[]>;
  one(text: string): Promise<string>;
  /** Statements in one transaction. */
  together(texts: string[]): Promise<void>;
  /** What the planner goes by, brought up to date. */
  analyse(): Promise<void>;
  close(): Promise<void>;
}

/** The database that the server's own variables name. */
export async function openSql(env: Record<string, string | undefined>): Promise<Sql> {
  const url = env['DATABASE_URL'] ?? '';
  return url === '' ? sqlite(join(env['DATA_DIR'] ?? './data', 'preceptor.sqlite')) : postgres(url);
}

async function postgres(url: string): Promise<Sql> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return {
    columns: async (table) => (await client.query<{ column_name: string }>('SELECT column_name FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = $1 ORDER BY ordinal_position', [table])).rows.map((row) => row.column_name),
    one: async (text) => String(Object.values((await client.query<Record<string, unknown>>(text)).rows[0] ?? {})[0] ?? ''),
    together: async (texts) => {
      await client.query('BEGIN');
      for (const text of texts) await client.query(text);
      await client.query('COMMIT');
    },
    analyse: async () => { await client.query('VACUUM ANALYZE'); },
    close: () => client.end(),
  };
}

async function sqlite(file: string): Promise<Sql> {
  const database = new Sqlite(file);
  database.pragma('journal_mode = WAL');
  database.pragma('busy_timeout = 5000');
  return {
    columns: async (table) => (database.pragma(`table_info("${table}")`) as { name: string }[]).map(({ name }) => name),
    one: async (text) => String(Object.values(database.prepare<[], Record<string, unknown>>(text).get() ?? {})[0] ?? ''),
    together: async (texts) => { database.transaction(() => { for (const text of texts) database.exec(text); })(); },
    analyse: async () => { database.exec('ANALYZE'); database.pragma('wal_checkpoint(TRUNCATE)'); },
    close: async () => { database.close(); },
  };
}
