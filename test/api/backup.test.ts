import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createServer, readConfig } from '@preceptor/server';
import { v7 } from 'uuid';
import { backUp } from '../../apps/server/src/backup/back-up.js';
import { restore } from '../../apps/server/src/backup/restore.js';
import { loadDemo } from '../../apps/server/src/demo/demo.js';
import { features } from '../../apps/server/src/features.js';
import type { Config } from '../../apps/server/src/platform/config.js';
import { Database } from '../../apps/server/src/platform/database/database.js';
import { Client, startServer, type TestServer } from './server.js';
import { type Engine, engine, type FreshDatabase, freshDatabase } from './databases.js';

const other: Engine = engine === 'sqlite' ? 'postgres' : 'sqlite';
const migrations = features.flatMap((feature) => feature.migrations);
let server: TestServer;
let folder: string;
let here: Config;
const fresh: FreshDatabase[] = [];
const emptyOn = async (on: Engine): Promise<Config> => {
  const database = await freshDatabase(on);
  fresh.push(database);
  return readConfig({ ...database.env, PORT: '0', NODE_ENV: 'development', LOG_LEVEL: 'silent' });
};
/** Counts and hashes of every table and file, as the backup has them. */
const sums = async (file: string): Promise<string[]> => gunzipSync(await readFile(file)).toString().split('\n').filter((line) => /^\{"(table|file)End"/.test(line)).sort();
const asDemo = async (client: Client, name: string): Promise<Client> => {
  const { demoPeople } = await client.must<{ demoPeople: { accountId: string; name: string }[] }>('{ demoPeople { accountId name } }');
  await client.must('mutation ($id: ID!) { signInAsDemo(accountId: $id) { roles } }', { id: demoPeople.find((person) => person.name === name)?.accountId });
  return client;
};
const story = '{ viewer { enrolments { nodes { id progress } } } }';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'preceptor-backup-'));
  server = await startServer({ ADMIN_EMAIL: '', ADMIN_PASSWORD: '', NODE_ENV: 'development' });
  here = readConfig({ ...server.database.env });
  await loadDemo(server.app);
}, 120_000);
afterAll(async () => {
  await server.close();
  for (const database of fresh) await database.remove();
  await rm(folder, { recursive: true, force: true });
});

describe('a backup of the demo, taken while a learner goes on', () => {
  let taken: string;
  let learner: Client;
  beforeAll(async () => {
    learner = await asDemo(server.client(), 'Fatima Zahra');
    const { viewer } = await learner.must<{ viewer: { enrolments: { nodes: { id: string }[] } } }>(story);
    const enrolment = viewer.enrolments.nodes[0]?.id;
    const control = { going: true };
    let accepted = 0;
    const learning = (async () => {
      while (control.going) {
        const events = Array.from({ length: 5 }, () => ({ id: v7(), type: 'launched', at: new Date().toISOString(), session: v7(), resumed: false }));
        const { recordEvents } = await learner.must<{ recordEvents: { accepted: string[] } }>('mutation ($enrolment: ID!, $events: [TrackingEventInput!]!) { recordEvents(enrolment: $enrolment, events: $events) { accepted } }', { enrolment, events });
        accepted += recordEvents.accepted.length;
      }
    })();
    taken = join(folder, 'first.backup');
    await backUp(here, taken);
    const during = accepted;
    control.going = false;
    await learning;
    expect(during).toBeGreaterThan(0);
  });

  test('holds one moment: as many events of each enrolment as its progress has counted', async () => {
    const lines = gunzipSync(await readFile(taken)).toString().split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as unknown);
    const rows = (table: string): Record<string, unknown>[] => {
      const at = lines.findIndex((line) => (line as { table?: string }).table === table);
      const { columns } = lines[at] as { columns: string[] };
      const found: Record<string, unknown>[] = [];
      for (let n = at + 1; Array.isArray(lines[n]); n += 1) found.push(Object.fromEntries(columns.map((name, index) => [name, (lines[n] as unknown[])[index]])));
      return found;
    };
    const counted = new Map<unknown, number>();
    for (const { enrolment_id: of } of rows('learning_event')) counted.set(of, (counted.get(of) ?? 0) + 1);
    for (const { enrolment_id: of, events } of rows('learning_progress')) expect([of, counted.get(of) ?? 0]).toEqual([of, events]);
    expect(rows('account').length).toBeGreaterThan(10);
  });

  test(`goes from ${engine} to ${other} and back, with the same counts and hashes, and plays on there`, async () => {
    const there = await emptyOn(other);
    await restore(there, taken, migrations);
    const second = join(folder, 'second.backup');
    await backUp(there, second);
    expect(await sums(second)).toEqual(await sums(taken));

    const back = await emptyOn(engine);
    await restore(back, second, migrations);
    const third = join(folder, 'third.backup');
    await backUp(back, third);
    expect(await sums(third)).toEqual(await sums(taken));

    const restored = await createServer(there);
    try {
      const someone = await asDemo(new Client(restored.url), 'Ravi Menon');
      const same = await asDemo(server.client(), 'Ravi Menon');
      expect(await someone.must(story)).toEqual(await same.must(story));
      const admin = await asDemo(new Client(restored.url), 'Noor Rahman');
      expect(await admin.must('{ auditCheck { holds } }')).toEqual({ auditCheck: { holds: true } });
    } finally {
      await restored.close();
    }
    await expect(restore(there, taken, migrations)).rejects.toThrow(/must be empty/);
  });

  test.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2)), /damaged/],
    ['without its last lines', (bytes: Buffer) => gzipSync(gunzipSync(bytes).subarray(0, -400)), /damaged/],
    ['with another name in it', (bytes: Buffer) => gzipSync(gunzipSync(bytes).toString().replace('"Ravi Menon"', '"Somebody Else"')), /not what the backup holds|damaged/],
    ['that is no backup', () => Buffer.from('no backup'), /not a backup/],
    ['of a newer version', (bytes: Buffer) => gzipSync(gunzipSync(bytes).toString().replace('"migrations":[', '"migrations":["Future2999",')), /newer version/],
    ['with a file that climbs out', (bytes: Buffer) => gzipSync(gunzipSync(bytes).toString().replace(/\{"file":"[^"]+"\}/, '{"file":"../out"}')), /impossible name/],
  ])('%s restores nothing', async (_what, spoil, says) => {
    const spoilt = join(folder, 'spoilt.backup');
    await writeFile(spoilt, spoil(await readFile(taken)));
    const into = await emptyOn('sqlite');
    await expect(restore(into, spoilt, migrations)).rejects.toThrow(says);
    expect((await readdir(into.dataDir)).filter((name) => !name.startsWith('preceptor.sqlite'))).toEqual([]);
    // Nothing stands in the way of the right one.
    if (says.source === 'damaged') await restore(into, taken, migrations);
  });

  test('a folder in use is refused', async () => {
    const into = await emptyOn('sqlite');
    await mkdir(join(into.dataDir, 'media'));
    await expect(restore(into, taken, migrations)).rejects.toThrow(/^DATA_DIR must be empty to restore into it, and holds media\.$/);
  });
});

test('npx preceptor backup and restore do it from the command line', async () => {
  const run = promisify(execFile);
  const preceptor = (env: Record<string, string>, ...args: string[]) => run(process.execPath, ['apps/cli/bin/preceptor.mjs', ...args], { env: { ...process.env, NODE_OPTIONS: '', ...env } });
  const file = join(folder, 'by-hand.backup');
  expect((await preceptor(server.database.env, 'backup', file)).stdout).toMatch(/^Backed up \d+ tables with [\d,]+ rows and [\d,]+ files \([\d.]+ MB\) to .*by-hand\.backup\.\n$/);
  const into = await freshDatabase('sqlite');
  fresh.push(into);
  expect((await preceptor(into.env, 'restore', file)).stdout).toMatch(/^Restored .*all counts and hashes fit\.\n$/);
  await expect(preceptor(into.env, 'restore', file)).rejects.toMatchObject({ code: 1, stderr: expect.stringMatching(/^preceptor: (DATA_DIR|The database) must be empty/) });
  await expect(preceptor(into.env, 'restore', join(folder, 'none'))).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('There is no file') });
}, 120_000);

test('npx preceptor rotate-keys seals what lies open, and says of a wrong key what is wrong', async () => {
  const run = promisify(execFile);
  const preceptor = (keys: string, ...args: string[]) => run(process.execPath, ['apps/cli/bin/preceptor.mjs', ...args], { env: { ...process.env, NODE_OPTIONS: '', ...server.database.env, DATA_KEYS: keys } });
  const key = (id: string, byte: number): string => `${id}:${Buffer.alloc(32, byte).toString('base64')}`;
  const admin = await asDemo(server.client(), 'Dana Whitfield');
  const response = await admin.fetch('/rosters/imports', { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: 'First name,Last name,E-mail,License type,License number\nLuz,Licensed,luz@example.org,RN,RN-445566\n' });
  expect(response.status).toBe(201);
  const stored = async (): Promise<string> => JSON.stringify(await server.app.get(Database).read.query<unknown[]>('SELECT cells, person FROM roster_row'));
  expect(await stored()).toContain('RN-445566');

  expect((await preceptor(key('a', 1), 'rotate-keys')).stdout).toMatch(/^\d+ values sealed anew\. All are sealed with the key "a" now/);
  expect(await stored()).not.toContain('RN-445566');
  expect(await stored()).toMatch(/sealed:1:a:/);
  expect((await preceptor(key('a', 1), 'rotate-keys')).stdout).toMatch(/^0 values sealed anew/);
  await expect(preceptor(key('b', 2), 'rotate-keys')).rejects.toMatchObject({ code: 1, stderr: expect.stringMatching(/^preceptor: A value of [\w.]+ is sealed with the key "a", which DATA_KEYS does not hold\.\n$/) });
  await expect(preceptor(`${key('b', 2)},${key('a', 3)}`, 'rotate-keys')).rejects.toMatchObject({ code: 1, stderr: expect.stringMatching(/^preceptor: A value of [\w.]+ does not open with the key "a" of DATA_KEYS: that is another key/) });
  await expect(preceptor('a:tooshort', 'rotate-keys')).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining('openssl rand -base64 32') });
  // A wrong key has changed nothing.
  expect(await stored()).toMatch(/sealed:1:a:/);

  // Taken elsewhere without its keys: restored, and told which to give.
  const file = join(folder, 'sealed.backup');
  await preceptor('', 'backup', file);
  const into = await freshDatabase('sqlite');
  fresh.push(into);
  const elsewhere = (keys: string, ...args: string[]) => run(process.execPath, ['apps/cli/bin/preceptor.mjs', ...args], { env: { ...process.env, NODE_OPTIONS: '', ...into.env, DATA_KEYS: keys } });
  expect((await elsewhere('', 'restore', file)).stdout).toMatch(/all counts and hashes fit\. Before the server starts, put into DATA_KEYS what its values are sealed with: the key "a"\./);

  expect((await elsewhere(`${key('b', 2)},${key('a', 1)}`, 'rotate-keys')).stdout).toMatch(/sealed with the key "b" now/);
  const restored = await createServer(readConfig({ ...into.env, PORT: '0', NODE_ENV: 'development', LOG_LEVEL: 'silent', DATA_KEYS: key('b', 2) }));
  try {
    const there = await asDemo(new Client(restored.url), 'Dana Whitfield');
    const { id } = await response.json() as { id: string };
    const { rosterImport } = await there.must<{ rosterImport: { sample: string[][] } }>('query ($id: ID!) { rosterImport(id: $id) { sample } }', { id });
    expect(rosterImport.sample[0]).toContain('RN-445566');
  } finally {
    await restored.close();
  }
}, 180_000);
