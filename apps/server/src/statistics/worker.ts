import { parentPort, workerData } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';
import pg from 'pg';
import type { DatabaseConfig } from '../platform/config.js';
import { PostgresRaw, type RawSql, SqliteRaw } from '../platform/database/raw-sql.js';
import { analyseSubmitted } from './analysing.js';
import type { WorkerNews, WorkerTask } from './job.js';

/** Runs one analysis in a thread of its own, on a connection of its own that can only read: nobody's request waits for it. */
const { database, job } = workerData as WorkerTask;
const tell = (news: WorkerNews): void => { parentPort?.postMessage(news); };
tell({ analysis: await reading(database, (sql) => analyseSubmitted(sql, job, (read) => { tell({ read }); })) });

/** One snapshot throughout, so that what is submitted meanwhile is wholly in or wholly out. */
async function reading<T>(config: DatabaseConfig, work: (sql: RawSql) => Promise<T>): Promise<T> {
  if (config.engine === 'sqlite') {
    const connection = new Sqlite(config.file, { readonly: true, timeout: 5_000 });
    try {
      connection.exec('BEGIN');
      return await work(new SqliteRaw(connection, () => undefined));
    } finally {
      connection.close();
    }
  }
  const pool = new pg.Pool({ connectionString: config.url, max: 1 });
  try {
    const client = await pool.connect();
    try {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      return await work(new PostgresRaw(client, () => undefined));
    } finally {
      client.release(true);
    }
  } finally {
    await pool.end();
  }
}
