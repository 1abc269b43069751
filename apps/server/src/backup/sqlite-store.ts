import Sqlite from 'better-sqlite3';
import { inOrder, orderOf, quoted, type Store, type StoredTable, type Value, valueOf } from './store.js';

interface Column { name: string; type: string; pk: number }

/** SQLite: a connection of its own. In its write-ahead log a reader keeps what it saw first, while the server goes on writing. */
export class SqliteStore implements Store {
  readonly engine = 'sqlite';
  readonly #connection: Sqlite.Database;

  constructor(file: string) {
    this.#connection = new Sqlite(file, { fileMustExist: true });
    this.#connection.pragma('busy_timeout = 5000');
  }

  async beginReading(): Promise<void> {
    this.#connection.pragma('query_only = ON');
    this.#connection.exec('BEGIN');
    // Only the first read takes the snapshot.
    this.#connection.prepare('SELECT COUNT(*) FROM sqlite_master').get();
  }

  async beginWriting(): Promise<void> {
    this.#connection.pragma('synchronous = FULL');
    this.#connection.pragma('foreign_keys = ON');
    this.#connection.exec('BEGIN IMMEDIATE');
  }

  async commit(): Promise<void> { this.#connection.exec('COMMIT'); }
  async rollback(): Promise<void> { if (this.#connection.inTransaction) this.#connection.exec('ROLLBACK'); }
  async clear({ name }: StoredTable): Promise<void> { this.#connection.exec(`DELETE FROM ${quoted(name)}`); }
  async close(): Promise<void> { this.#connection.close(); }

  async tables(): Promise<StoredTable[]> {
    const all = this.#connection.prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY name").all();
    // An index of words and the tables that it keeps for itself are made again as the words come in.
    const indexes = all.filter(({ sql }) => /^CREATE VIRTUAL/i.test(sql)).map(({ name }) => name);
    return inOrder(all.filter(({ name }) => !indexes.some((index) => name === index || name.startsWith(`${index}_`))).map(({ name, sql }) => {
      // A number that SQLite gives its rows for such an index: PostgreSQL has none, and it is given anew.
      const numbered = sql.includes('"number" INTEGER PRIMARY KEY');
      const columns = this.#connection.prepare<[string], Column>('SELECT name, type, pk FROM pragma_table_info(?) ORDER BY cid').all(name).filter((column) => !numbered || column.pk === 0);
      const references = this.#connection.prepare<[string], { table: string }>('SELECT DISTINCT "table" FROM pragma_foreign_key_list(?)').all(name);
      return {
        name,
        columns: columns.map((column) => ({ name: column.name, boolean: column.type.toLowerCase() === 'boolean', text: /text|char/i.test(column.type) })),
        key: columns.filter(({ pk }) => pk > 0).toSorted((a, b) => a.pk - b.pk).map((column) => column.name),
        references: references.map(({ table }) => table),
      };
    }));
  }

  async *rows({ name, columns, key }: StoredTable): AsyncGenerator<Value[]> {
    const statement = this.#connection.prepare<[], unknown[]>(`SELECT ${columns.map((column) => quoted(column.name)).join(', ')} FROM ${quoted(name)} ORDER BY ${orderOf({ columns, key }).map(quoted).join(', ')}`).raw();
    for (const row of statement.iterate()) yield columns.map((column, index) => valueOf(row[index], column.boolean));
  }

  async insert({ name, columns }: StoredTable, rows: Value[][]): Promise<void> {
    const statement = this.#connection.prepare(`INSERT INTO ${quoted(name)} (${columns.map((column) => quoted(column.name)).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`);
    for (const row of rows) statement.run(row.map((value) => (typeof value === 'boolean' ? Number(value) : value)));
  }
}
