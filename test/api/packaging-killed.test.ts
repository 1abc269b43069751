import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, open, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createServer, readConfig, type RunningServer } from '@preceptor/server';
import { MediaStore } from '../../apps/server/src/catalog/media-store.js';
import { Classroom } from './classroom.js';
import { sampleCourse } from './sample-course.js';
import { administrator, Client, startServer, type TestServer } from './server.js';

const film = { path: 'media/film.mp4', sha256: 'f'.repeat(64), bytes: 400 * 2 ** 20, type: 'video/mp4', width: 640, height: 480 };
const env = () => ({ ...server.database.env, PORT: '0', NODE_ENV: 'test', LOG_LEVEL: 'silent' });
let server: TestServer;
let version: string;
beforeAll(async () => {
  server = await startServer();
  version = await (await Classroom.open(server)).publish({ ...sampleCourse('large'), media: [film] }, 2);
  const place = server.app.get(MediaStore).fileOf(film);
  await mkdir(dirname(place), { recursive: true });
  const file = await open(place, 'w');
  await file.truncate(film.bytes);
  await file.close();
});
afterAll(() => server.close());

interface Package { id: string; state: string; doneBytes: number; url: string | null; sha256: string; bytes: number; name: string }
const fields = 'id state doneBytes url sha256 bytes name';
const make = `mutation ($version: ID!) { makePackage(version: $version, standard: "scorm-1.2") { ${fields} } }`;
const look = async (client: Client, id: string) => (await client.must<{ coursePackage: Package }>(`query ($id: ID!) { coursePackage(id: $id) { ${fields} } }`, { id })).coursePackage;
async function until(client: Client, id: string, holds: (found: Package) => boolean): Promise<Package> {
  for (const began = Date.now(); Date.now() - began < 50_000;) {
    const found = await look(client, id);
    if (holds(found)) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`it did not come to that: ${JSON.stringify(await look(client, id))}`);
}
async function signedInAt(url: string): Promise<Client> {
  const client = new Client(url);
  await client.must('mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { roles } }', { ...administrator });
  return client;
}
const offered = async () => (await readdir(join(server.database.dataDir, 'packages'))).filter((name) => name.endsWith('.zip'));

test('a package whose server is killed in the middle is never offered half, and the next server makes it whole', async () => {
  const { url, killed } = await anotherProcess();
  const client = await signedInAt(url);
  const { makePackage: { id, name } } = await client.must<{ makePackage: Package }>(make, { version });
  await until(client, id, ({ state, doneBytes }) => state === 'MAKING' && doneBytes > 1e6);
  await killed();
  expect(await offered()).toEqual([]);

  const next = await createServer(readConfig(env()));
  try {
    const there = await signedInAt(next.url);
    expect((await there.fetch(`/packages/${id}/${name}`)).status).toBe(409);
    const ready = await until(there, id, ({ state }) => state === 'READY' || state === 'FAILED');
    expect(ready.state).toBe('READY');
    const response = await there.fetch(ready.url ?? '');
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of response.body ?? []) {
      hash.update(chunk as Uint8Array);
      bytes += (chunk as Uint8Array).length;
    }
    expect([hash.digest('hex'), bytes]).toEqual([ready.sha256, ready.bytes]);
  } finally {
    await next.close();
  }
}, 120_000);

test('a server that is stopped in the middle leaves the package to the next', async () => {
  const stopped = await createServer(readConfig(env()));
  const client = await signedInAt(stopped.url);
  const { makePackage: { id } } = await client.must<{ makePackage: Package }>('mutation ($version: ID!) { makePackage(version: $version, standard: "site") { id } }', { version });
  await until(client, id, ({ state, doneBytes }) => state === 'MAKING' && doneBytes > 1e6);
  await stopped.close();
  const next: RunningServer = await createServer(readConfig(env()));
  try {
    expect((await until(await signedInAt(next.url), id, ({ state }) => state === 'READY' || state === 'FAILED')).state).toBe('READY');
  } finally {
    await next.close();
  }
}, 120_000);

/** The built server in a process of its own, which can be killed. */
async function anotherProcess(): Promise<{ url: string; killed: () => Promise<void> }> {
  const child: ChildProcess = spawn(process.execPath, ['apps/server/dist/main.js'], { env: { ...process.env, ...env(), NODE_OPTIONS: '' }, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error('the server did not start')));
    if (child.stdout !== null) createInterface(child.stdout).on('line', (line) => { const found = /open at (http:\/\/\S+)/.exec(line)?.[1]; if (found !== undefined) resolve(found); });
  });
  return { url, killed: () => new Promise((resolve) => { child.once('exit', () => resolve()); child.kill('SIGKILL'); }) };
}
