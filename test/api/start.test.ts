import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { engine, freshDatabase, type FreshDatabase } from './databases.js';

let database: FreshDatabase;
let running: ChildProcess | null = null;
beforeEach(async () => { database = await freshDatabase(); });
afterEach(async () => {
  running?.kill('SIGKILL');
  running = null;
  await database.remove();
});

interface Started { url: string | null; said: string; code: number | null }

/** `npm start` without npm in between; resolves when it listens or ends. */
function start(env: Record<string, string> = {}): Promise<Started> {
  const child = spawn(process.execPath, ['scripts/start.mjs'], { env: { ...clean(), ...database.env, PORT: '0', LOG_LEVEL: 'error', ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  running = child;
  let said = '';
  return new Promise((resolve) => {
    const heard = (chunk: Buffer) => {
      said += chunk.toString();
      const url = /open at (http:\S+)/.exec(said)?.[1];
      if (url !== undefined && /Sign in/.test(said)) resolve({ url, said, code: null });
    };
    child.stdout.on('data', heard);
    child.stderr.on('data', heard);
    child.on('close', (code) => resolve({ url: null, said, code }));
  });
}
/** The environment without what the test run itself sets. */
function clean(): Record<string, string> {
  const { NODE_ENV: _environment, NODE_OPTIONS: _options, ...rest } = process.env;
  return rest as Record<string, string>;
}
function stop(): Promise<number | null> {
  const child = running;
  return new Promise((resolve) => {
    if (child === null) return resolve(null);
    child.on('close', (code) => resolve(code));
    child.kill('SIGTERM');
  });
}
const ask = async (url: string, query: string) => (await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) })).json() as Promise<{ data: Record<string, object[]> }>;

describe('npm start', () => {
  test('on an empty database loads the demo once, says where it is open, and builds nothing the second time', async () => {
    const first = await start();
    expect(first.said).toContain('the demo is loaded');
    expect((await ask(first.url ?? '', '{ demoPeople { name } }')).data['demoPeople']).toHaveLength(16);
    expect(await stop()).toBe(0);
    const second = await start();
    expect(second.said).not.toMatch(/demo is loaded|built /);
    expect((await ask(second.url ?? '', '{ demoPeople { name } }')).data['demoPeople']).toHaveLength(16);
    expect(await stop()).toBe(0);
  });

  test('in production loads no demo, wants to know the first administrator, and lets her sign in', async () => {
    const unnamed = await start({ NODE_ENV: 'production' });
    expect(unnamed).toMatchObject({ code: 1, said: expect.stringMatching(/^There is no account yet: give ADMIN_EMAIL and ADMIN_PASSWORD/m) });
    const named = await start({ NODE_ENV: 'production', ADMIN_EMAIL: 'you@example.org', ADMIN_PASSWORD: 'a long password' });
    expect((await ask(named.url ?? '', '{ demoPeople { name } }')).data['demoPeople']).toEqual([]);
    expect((await ask(named.url ?? '', 'mutation { signIn(email: "you@example.org", password: "a long password") { roles } }')).data['signIn']).toEqual({ roles: ['ADMINISTRATOR', 'COORDINATOR', 'INSTRUCTOR'] });
    await stop();
  });

  test('refuses a setting that can\'t be used, with a sentence and without a stack', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'preceptor-start-')), 'file');
    await writeFile(file, '');
    const wrong: [Record<string, string>, RegExp][] = [
      [{ PORT: 'eighty' }, /^PORT must be a whole number from 0 to 65535\.$/m],
      [{ PORT: '70000' }, /^PORT must be/m],
      [{ HOST: 'not a host' }, /^HOST must be/m],
      [{ HOST: '203.0.113.7' }, /^HOST is not an address of this machine\.$/m],
      [{ DATABASE_URL: 'mysql://x/y' }, /^DATABASE_URL must begin with postgres:/m],
      [{ DATABASE_URL: 'postgres://nobody:x@127.0.0.1:1/none' }, /^DATABASE_URL names a PostgreSQL that does not answer/m],
      [{ DATA_DIR: file, DATABASE_URL: '' }, /^DATA_DIR must be a folder/m],
      [{ NODE_ENV: 'prod' }, /^NODE_ENV must be/m],
    ];
    // One engine is enough: nothing here reaches a database.
    for (const [env, sentence] of engine === 'sqlite' ? wrong : wrong.slice(0, 1)) {
      const { code, said } = await start(env);
      expect([env, code, said]).toEqual([env, 1, expect.stringMatching(sentence)]);
      expect(said).not.toMatch(/\n\s+at /);
    }
    await rm(file);
  });
});
