/** One migrated, empty database a run, of which each test server gets a copy: to migrate is half of what a fresh server does. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

let folder;

/** Names the copy's source in MIGRATED_SQLITE (a file) and MIGRATED_POSTGRES (a database of TEST_POSTGRES_URL's server). */
export async function migrateOnce() {
  const [{ features }, { Database }] = await Promise.all([import('../../apps/server/dist/features.js'), import('../../apps/server/dist/platform/database/database.js')]);
  const migrate = async (database) => (await Database.open(database, { entities: [], migrations: features.flatMap(({ migrations }) => migrations) })).close();
  folder = await mkdtemp(join(tmpdir(), 'preceptor-migrated-'));
  const file = join(folder, 'preceptor.sqlite');
  await migrate({ engine: 'sqlite', file });
  process.env['MIGRATED_SQLITE'] = file;
  const server = process.env['TEST_POSTGRES_URL'];
  if (server === undefined) return;
  const name = `migrated_${process.pid}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const url = new URL(server);
  url.pathname = `/${name}`;
  await migrate({ engine: 'postgres', url: url.href });
  process.env['MIGRATED_POSTGRES'] = name;
}

export const removeMigrated = () => rm(folder, { recursive: true, force: true });
