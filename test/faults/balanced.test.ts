import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { v7 } from 'uuid';
import { parse } from 'yaml';
import { type LoadClassroom, openLoadClassroom } from '../bench/load-classroom.js';
import { startPostgres } from '../bench/postgres.js';
import { type Running, startBuiltServer } from '../bench/processes.js';
import { recordEvents } from '../bench/record-events.js';

const learners = 500;
const answersEach = 12;

let folder: string;
let postgres: Awaited<ReturnType<typeof startPostgres>>;
let database: pg.Client;
let servers: Running[];
let balancer: ChildProcess;
let url: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'preceptor-balanced-'));
  postgres = await startPostgres();
  database = new pg.Client({ connectionString: postgres.url });
  await database.connect();
  const env = { DATABASE_URL: postgres.url, DATA_DIR: folder, TRUST_PROXY: 'true' };
  servers = [await startBuiltServer(env), await startBuiltServer(env)];
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  // The file that compose.yaml mounts, with this machine's addresses.
  const written = (await readFile('deploy/nginx.conf', 'utf8')).replace('listen 8080', `listen 127.0.0.1:${port}`)
    .replace('server one:3000', `server ${new URL(servers[0]?.url ?? '').host}`).replace('server two:3000', `server ${new URL(servers[1]?.url ?? '').host}`)
    .replace('http {', `http { access_log off; ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}`);
  await writeFile(join(folder, 'nginx.conf'), `daemon off; pid ${folder}/nginx.pid; error_log stderr;\n${written}`);
  balancer = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: ['ignore', 'ignore', 'pipe'] });
  await answering(`${url}/healthz`);
}, 240_000);
afterAll(async () => {
  await Promise.all(servers.map((server) => (server.child.exitCode === null && server.child.signalCode === null ? server.stop() : undefined)));
  balancer.kill('SIGTERM');
  await database.end();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

test('five hundred learners answer at once behind the balancer; one of two servers is killed in the middle, and nothing that was acknowledged is lost', async () => {
  const room = await fiveHundred();
  const agent = new Agent({ keepAlive: true, maxSockets: learners });
  const acknowledged = new Map<string, Set<string>>();
  const waits: number[] = [];
  let refused = 0;
  let done = 0;
  const work = room.learners.map(async ({ cookie, enrolment }) => {
    const kept = acknowledged.set(enrolment, new Set()).get(enrolment) ?? new Set();
    for (let n = 0; n < answersEach; n += 1) {
      const event = { id: v7(), at: new Date().toISOString(), session: '01935a00-0000-7000-8000-000000000000', type: 'position', lesson: room.lessons[n % room.lessons.length], position: n / answersEach };
      const began = performance.now();
      // As a player does that heard no answer: the same again, until somebody has it.
      for (let tries = 1; ; tries += 1) {
        const answer = await send(agent, cookie, { query: recordEvents, variables: { enrolment, events: [event] } });
        if (answer !== null && (answer.accepted.includes(event.id))) { kept.add(event.id); break; }
        refused += 1;
        expect(tries).toBeLessThan(20);
        await new Promise((resolve) => setTimeout(resolve, 100 * tries));
      }
      waits.push(performance.now() - began);
      done += 1;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 200));
    }
  });
  while (done < (learners * answersEach) / 2) await new Promise((resolve) => setTimeout(resolve, 20));
  const before = { waits: [...waits], refused };
  servers[0]?.child.kill('SIGKILL');
  await Promise.all(work);
  agent.destroy();

  const { rows } = await database.query<{ enrolment_id: string; id: string }>('SELECT enrolment_id, id FROM learning_event');
  const stored = new Set(rows.map(({ enrolment_id, id }) => `${enrolment_id}/${id}`));
  const lost = [...acknowledged].flatMap(([enrolment, ids]) => [...ids].filter((id) => !stored.has(`${enrolment}/${id}`)));
  expect(lost).toEqual([]);
  expect(stored.size).toBe(rows.length);
  expect(rows.length).toBe(learners * answersEach);
  // While both were up nobody was refused anything.
  expect(before.refused).toBe(0);
  const said = (all: number[]): string => `median ${Math.round(quantile(all, 0.5))} ms, p99 ${Math.round(quantile(all, 0.99))} ms`;
  console.log(`${learners} learners, ${rows.length} events: ${said(before.waits)} with two servers; ${said(waits)} over all, ${refused - before.refused} sent again after the kill`);
}, 240_000);

test('what compose.yaml gives the servers is what they read', async () => {
  const { services } = parse(await readFile('compose.yaml', 'utf8'), { merge: true }) as { services: Record<string, { environment?: Record<string, string>; volumes?: string[] }> };
  const settings = await readFile('docs/operators.md', 'utf8');
  expect(Object.keys(services['one']?.environment ?? {}).filter((name) => !settings.includes(`\`${name}\``))).toEqual([]);
  expect(services['two']).toEqual(services['one']);
  expect(services['balancer']?.volumes).toEqual(['./deploy/nginx.conf:/etc/nginx/nginx.conf:ro']);
});

/** Enrols them as copies of one who was enrolled by the API, and signs them in: a password's hash for each would take longer than the test. */
async function fiveHundred(): Promise<LoadClassroom> {
  const room = await openLoadClassroom(url, 1);
  const first = room.learners[0]?.enrolment ?? '';
  const { rows: [{ account_id: account } = { account_id: '' }] } = await database.query<{ account_id: string }>('SELECT account_id FROM enrolment WHERE id = $1', [first]);
  room.learners.length = 0;
  for (let n = 0; n < learners; n += 1) {
    const [accountId, enrolment, token] = [v7(), v7(), randomBytes(32).toString('base64url')];
    await copy('account', `id = '${account}'`, { id: accountId, email: `many-${n}@example.org` });
    await copy('membership', `account_id = '${account}'`, { account_id: accountId });
    await copy('sign_in_session', `account_id = '${account}'`, { account_id: accountId, token_hash: createHash('sha256').update(token).digest('hex') });
    await copy('enrolment', `id = '${first}'`, { id: enrolment, account_id: accountId });
    await copy('learning_progress', `enrolment_id = '${first}'`, { enrolment_id: enrolment });
    room.learners.push({ cookie: `preceptor_session=${token}`, enrolment });
  }
  return room;
}

async function copy(table: string, where: string, change: Record<string, string>): Promise<void> {
  const { rows: [row] } = await database.query<Record<string, unknown>>(`SELECT * FROM "${table}" WHERE ${where}`);
  const made = { ...row, ...change };
  const names = Object.keys(made);
  await database.query(`INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')})`, Object.values(made));
}

/** What was accepted; null where nobody answered, or not as one does. */
function send(agent: Agent, cookie: string, body: object): Promise<{ accepted: string[] } | null> {
  return new Promise((resolve) => {
    const sent = request(`${url}/graphql`, { agent, method: 'POST', headers: { 'content-type': 'application/json', cookie } }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => { text += chunk.toString(); }).on('end', () => {
        try {
          resolve((JSON.parse(text) as { data?: { recordEvents?: { accepted: string[] } } }).data?.recordEvents ?? null);
        } catch { resolve(null); }
      }).on('error', () => resolve(null));
    });
    sent.on('error', () => resolve(null)).end(JSON.stringify(body));
  });
}

async function answering(address: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const ok = await fetch(address).then((response) => response.ok, () => false);
    if (ok) return;
    if (tries > 100) throw new Error(`${address} does not answer`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}

const quantile = (all: number[], part: number): number => all.toSorted((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * part))] ?? Number.NaN;
