import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../bench/postgres.js';

export type Engine = 'sqlite' | 'postgres';
/** The engine that this run of the tests is about. */
export const engine: Engine = process.env['TEST_DATABASE'] === 'postgres' ? 'postgres' : 'sqlite';

/** A database of its own for one server. `env` is what the server reads. */
export interface FreshDatabase { env: Record<string, string>; dataDir: string; remove(): Promise<void> }

/**
 * A fresh database on the given engine, without a table; with all of them, and no row, where it may be `migrated`. A
 * PostgreSQL is started for it unless TEST_POSTGRES_URL names one.
 */
export async function freshDatabase(on: Engine = engine, { migrated = false } = {}): Promise<FreshDatabase> {
  const source = migrated ? process.env[`MIGRATED_${on.toUpperCase()}`] : undefined;
  const dataDir = await mkdtemp(join(tmpdir(), 'preceptor-test-'));
  const removeFolder = () => rm(dataDir, { recursive: true, force: true });
  if (on === 'sqlite' && source !== undefined) await copyFile(source, join(dataDir, 'preceptor.sqlite'));
  if (on === 'sqlite') return { env: { DATA_DIR: dataDir, DATABASE_URL: '' }, dataDir, remove: removeFolder };
  const given = process.env['TEST_POSTGRES_URL'];
  const server = given === undefined ? await startPostgres() : { url: given, stop: async () => undefined };
  const name = `t${process.pid}_${Date.now().toString(36)}_${Math.floor(Math.random() * 1e6)}`;
  await onServer(server.url, `CREATE DATABASE ${name}${source === undefined ? '' : ` TEMPLATE ${source}`}`);
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  return {
    env: { DATA_DIR: dataDir, DATABASE_URL: url.href }, dataDir,
    remove: async () => {
      await onServer(server.url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await server.stop();
      await removeFolder();
    },
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
