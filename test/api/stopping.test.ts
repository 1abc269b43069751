import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from './databases.js';
import { startBuiltServer } from '../bench/processes.js';

let database: FreshDatabase;
beforeAll(async () => { database = await freshDatabase(undefined, { migrated: true }); });
afterAll(() => database.remove());

const pause = (ms: number) => new Promise((resolve) => { setTimeout(resolve, ms); });
/** A request whose second half is sent when one says so. */
function begin(url: string, half: string, rest: string): { finish(): void; status: Promise<number | undefined> } {
  const sent = request(url, { method: 'POST', headers: { 'content-type': 'application/json', 'content-length': half.length + rest.length } });
  const status = new Promise<number | undefined>((resolve, reject) => {
    sent.on('response', (response) => { response.resume(); resolve(response.statusCode); }).on('error', reject);
  });
  sent.write(half);
  return { finish: () => { sent.end(rest); }, status };
}

describe('a server that is told to stop', () => {
  test('finishes the requests it has, closes the database and ends within five seconds', async () => {
    const server = await startBuiltServer(database.env);
    const begun = begin(`${server.url}/graphql`, '{"query":"{ viewer ', '{ roles } }"}');
    await pause(500);
    const stopped = server.stop('SIGTERM');
    const began = Date.now();
    await pause(200);
    begun.finish();
    expect(await begun.status).toBe(200);
    await stopped;
    expect(Date.now() - began).toBeLessThan(5_000);
    expect(server.child.exitCode).toBe(0);
  });

  test('waits for nobody who opened a connection and asked nothing yet, as browsers do', async () => {
    const server = await startBuiltServer(database.env);
    const { hostname, port } = new URL(server.url);
    const silent = connect(Number(port), hostname);
    await once(silent, 'connect');
    const began = Date.now();
    await server.stop('SIGTERM');
    expect(Date.now() - began).toBeLessThan(3_000);
    expect(server.child.exitCode).toBe(0);
    silent.destroy();
  });
});

describe('a setting that can\'t be used', () => {
  const start = async (env: Record<string, string>): Promise<{ code: number | null; said: string }> => {
    const child = spawn(process.execPath, ['apps/server/dist/main.js'], { env: { PATH: process.env['PATH'] ?? '', ...env }, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => { said += chunk.toString(); });
    await once(child, 'close');
    return { code: child.exitCode, said };
  };
  test.each([
    [{ PORT: 'eighty' }, /^PORT must be a whole number/],
    [{ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }, /^DATABASE_URL names a PostgreSQL that does not answer/],
    [{ HOST: '203.0.113.7' }, /^HOST is not an address of this machine/],
    [{ NODE_ENV: 'production' }, /^There is no account yet: give ADMIN_EMAIL and ADMIN_PASSWORD/],
  ])('is refused at start with a sentence: %j', async (env, sentence) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'preceptor-test-'));
    try {
      const { code, said } = await start({ PORT: '0', DATA_DIR: dataDir, ...env });
      expect(said).toMatch(sentence);
      expect(said).not.toMatch(/ at .*:\d+/);
      expect(code).toBe(1);
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  });
});
