import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { PoolClient } from 'pg';
import { DataSource, type DataSourceOptions, type EntityManager, type Logger, type ObjectLiteral } from 'typeorm';
import type { DatabaseConfig } from '../config.js';
import { Mutex } from './mutex.js';
import { PostgresRaw, type RawSql, type Row, type SqliteConnection, SqliteRaw } from './raw-sql.js';
import { traced } from '../watching/traces.js';
import type { Migration } from './tables.js';

export interface Schema { entities: (abstract new () => ObjectLiteral)[]; migrations: Migration[] }
/** Something done at the end of each write that changed anything, within its transaction. */
export interface Closing {
  /** Whether the write that begins is to be watched: asked before anything else of it. */
  wanted(): boolean;
  step(manager: EntityManager): Promise<void>;
  /** The write did not come to be. */
  failed(): void;
}
/** Most parameters in one PostgreSQL statement, with room to spare. */
const mostParameters = 30_000;

/**
 * The database on either engine. Reading and writing are apart: TypeORM's SQLite driver has one connection, on which
 * concurrent transactions would run into each other, so on SQLite all writes go one after another through a
 * connection of their own, and the one that reads refuses to write.
 */
export class Database {
  /** SQL statements sent so far; tests compare it before and after. */
  statements = 0;
  /** Hears each of them: for tests. */
  heard: ((text: string) => void) | null = null;
  /** What every write ends with; the audit trail's. */
  closing: Closing | null = null;
  readonly #writes = new Mutex();
  readonly #lastSteps = new WeakMap<EntityManager, (() => Promise<void>)[]>();
  readonly #count = (text: string) => {
    this.statements += 1;
    this.heard?.(text);
  };
  #raw: SqliteRaw | null = null;

  private constructor(readonly engine: 'sqlite' | 'postgres', private readonly reader: DataSource, private readonly writer: DataSource) {}

  static async open(config: DatabaseConfig, schema: Schema): Promise<Database> {
    const counter = new StatementCounter();
    const common = { entities: schema.entities, migrations: schema.migrations, migrationsTransactionMode: 'each', logging: true, logger: counter } as const;
    const writer = new DataSource({ ...common, ...await engineOptions(config, true) });
    await writer.initialize();
    await migrate(writer, config.engine);
    const reader = config.engine === 'postgres' ? writer : new DataSource({ ...common, migrations: [], ...await engineOptions(config, false) });
    if (reader !== writer) await reader.initialize();
    const database = new Database(config.engine, reader, writer);
    counter.count = database.#count;
    return database;
  }

  /** For reading: finds and query builders. */
  get read(): EntityManager { return this.reader.manager; }

  /** All that `work` writes through the manager is committed, durably, when the promise resolves; or nothing is. */
  write<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    if (this.closing?.wanted() !== true) return traced('database write', () => this.#write(work));
    const { closing } = this;
    return traced('database write', () => this.#write(async (manager) => {
      const before = await this.#changesOf(manager);
      const result = await work(manager);
      if (await this.#changesOf(manager) !== before) await closing.step(manager);
      return result;
    })).catch((fault: unknown) => {
      closing.failed();
      throw fault;
    });
  }

  /** Something that differs once the transaction of `manager` has changed a row (on PostgreSQL: or locked one). */
  async #changesOf(manager: EntityManager): Promise<unknown> {
    const [row] = await manager.query<{ n: unknown }[]>(this.engine === 'sqlite' ? 'SELECT total_changes() AS n' : 'SELECT pg_current_xact_id_if_assigned()::text AS n');
    return row?.n;
  }

  #write<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    if (this.engine === 'postgres') return this.writer.transaction((manager) => this.#toTheLastStep(manager, work));
    return this.#writes.run(() => this.writer.transaction(async (manager) => {
      // Takes the write lock at once, so that what is read here can't be changed by another process before it is written.
      await manager.query('UPDATE "migrations" SET "name" = "name" WHERE 0');
      return this.#toTheLastStep(manager, work);
    }));
  }

  /** Runs `step` in the transaction of `manager` (one that `write` gave), after everything else and just before it commits: for a step that takes a lock which others wait for. */
  beforeCommit(manager: EntityManager, step: () => Promise<void>): void {
    const steps = this.#lastSteps.get(manager);
    if (steps === undefined) throw new Error('This manager is not that of a running write.');
    steps.push(step);
  }

  async #toTheLastStep<T>(manager: EntityManager, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const steps: (() => Promise<void>)[] = [];
    this.#lastSteps.set(manager, steps);
    const result = await work(manager);
    for (const step of steps) await step();
    this.#lastSteps.delete(manager);
    return result;
  }

  /** As `write`, by plain prepared statements. On SQLite nothing but `work` runs until it is done, so it must await nothing else. `atOnce`: it is one statement at most, which commits by itself. */
  async writeRaw<T>(work: (sql: RawSql) => Promise<T>, { atOnce = false } = {}): Promise<T> {
    if (this.engine === 'sqlite') return this.#writes.run(() => transact(this.#sqlite(), 'BEGIN IMMEDIATE', work));
    const runner = this.writer.createQueryRunner();
    try {
      const sql = new PostgresRaw(await runner.connect() as PoolClient, this.#count);
      return await (atOnce ? work(sql) : transact(sql, 'BEGIN', work));
    } finally {
      await runner.release();
    }
  }

  #sqlite(): SqliteRaw {
    if (!('databaseConnection' in this.writer.driver)) throw new Error('This is not a SQLite database.');
    this.#raw ??= new SqliteRaw(this.writer.driver.databaseConnection as SqliteConnection, this.#count);
    return this.#raw;
  }

  /** Inserts rows (all with the same columns) in few statements; `onConflict` is what follows ON CONFLICT. */
  async insertMany(manager: EntityManager, table: string, rows: Row[], onConflict?: string): Promise<void> {
    const first = rows[0];
    if (first === undefined) return;
    const columns = Object.keys(first);
    const head = `INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join(', ')}) VALUES `;
    const tail = onConflict === undefined ? '' : ` ON CONFLICT ${onConflict}`;
    const size = this.engine === 'sqlite' ? 1 : Math.max(1, Math.floor(mostParameters / columns.length));
    for (let from = 0; from < rows.length; from += size) {
      const part = rows.slice(from, from + size);
      const values = part.map((_, row) => `(${columns.map((_name, index) => this.parameter(row * columns.length + index + 1)).join(', ')})`);
      await manager.query(head + values.join(', ') + tail, part.flatMap((row) => columns.map((name) => row[name])));
    }
  }

  /** The placeholder of the n-th parameter, counted from 1. */
  parameter(n: number): string { return this.engine === 'sqlite' ? '?' : `$${n}`; }

  /** Rejects where the database does not answer. */
  async ping(): Promise<void> { await this.reader.query('SELECT 1'); }

  async close(): Promise<void> {
    await this.#writes.run(async () => undefined);
    if (this.reader !== this.writer) await this.reader.destroy();
    await this.writer.destroy();
  }
}

async function transact<T>(sql: RawSql, begin: string, work: (sql: RawSql) => Promise<T>): Promise<T> {
  await sql.query(begin, []);
  try {
    const result = await work(sql);
    await sql.query('COMMIT', []);
    return result;
  } catch (fault) {
    await sql.query('ROLLBACK', []).catch(() => undefined);
    throw fault;
  }
}

async function engineOptions(config: DatabaseConfig, writes: boolean): Promise<DataSourceOptions> {
  if (config.engine === 'postgres') {
    return { type: 'postgres', url: config.url, poolSize: 10, extra: { options: '-c synchronous_commit=on -c timezone=UTC' } };
  }
  await mkdir(dirname(config.file), { recursive: true });
  return {
    type: 'better-sqlite3',
    database: config.file,
    prepareDatabase: (connection: { pragma(text: string): unknown }) => {
      connection.pragma('busy_timeout = 5000');
      if (!writes) { connection.pragma('query_only = ON'); return; }
      connection.pragma('journal_mode = WAL');
      connection.pragma('synchronous = FULL');
    },
  };
}

async function migrate(source: DataSource, engine: 'sqlite' | 'postgres'): Promise<void> {
  if (engine === 'sqlite') { await source.runMigrations(); return; }
  // Two servers that start together must not both make the tables.
  const runner = source.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock(7264510)');
    await source.runMigrations();
  } finally {
    await runner.query('SELECT pg_advisory_unlock(7264510)');
    await runner.release();
  }
}

class StatementCounter implements Logger {
  count: (text: string) => void = () => undefined;
  logQuery(text: string): void { this.count(text); }
  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}
