import { createHash, randomBytes } from 'node:crypto';
import { get } from 'node:http';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import pg from 'pg';
import { v7 } from 'uuid';
import { ask, type LoadClassroom, openLoadClassroom, signIn } from './load-classroom.js';
import { administrator, type Running, startBuiltServer } from './processes.js';
import { graphqlRequest, load, onEngine } from './record-events.js';
import { processorSecondsOf } from './served-statistics.js';
import { median } from './timing.js';

const learners = 500;
const coordinators = 12;
const runs = 5;
const secondsARun = 4;
/** Events a second of a cohort that learns all at once, and for how long they are looked at. */
const unhurried = 50;
const unhurriedSeconds = 8;
type Engine = 'sqlite' | 'postgres';
export interface WatchersFigure {
  ratio: number; perSecond: number; unwatchedPerSecond: number;
  /** the server's own processor time for one event, in milliseconds, pushes and all, whatever else the machine does */
  processorMs: number; unwatchedProcessorMs: number;
  /** of one coordinator's stream, at an even pace of `unhurried` events a second */ piecesASecond: number; kilobytesASecond: number;
}

/**
 * `recordEvents` of a cohort of 500 while twelve coordinators look at it live, against the same on another server with a
 * database of its own at which nobody looks: in turn, on one machine. Needs a built server.
 */
export function benchWatchers(engine: Engine): Promise<WatchersFigure> {
  return onEngine(engine, (_one, watchedEnv) => onEngine(engine, async (_other, env) => {
    const servers = [await startBuiltServer(watchedEnv), await startBuiltServer(env)];
    const [watched, unwatched] = servers as [Running, Running];
    const streams: Watching[] = [];
    try {
      const room = await cohortOf500(watched, watchedEnv);
      const other = await cohortOf500(unwatched, env);
      for (const cookie of room.coordinators) streams.push(await Watching.begin(`${watched.url}/cohorts/${room.cohort}/live`, cookie));
      const figures: { watched: Measured[]; unwatched: Measured[] } = { watched: [], unwatched: [] };
      for (let run = 0; run <= runs; run += 1) {
        const nobody = await measured(unwatched, other);
        const twelve = await measured(watched, room);
        if (run === 0) continue; // warms both up
        figures.unwatched.push(nobody);
        figures.watched.push(twelve);
      }
      const quiet = streams.filter(({ pieces }) => pieces === 0);
      if (quiet.length > 0) throw new Error(`${quiet.length} of ${coordinators} coordinators heard nothing: what was measured is not what was meant.`);
      // A server that is busy to its limit tells less often. What coordinators see on a usual day is seen at a usual pace.
      await wait(5_000);
      for (const stream of streams) stream.forget();
      await load({ url: `${watched.url}/graphql`, seconds: unhurriedSeconds, rate: unhurried, request: (n) => graphqlRequest(room, n, 1) });
      const [perSecond, unwatchedPerSecond] = [figures.watched, figures.unwatched].map((all) => median(all.map((one) => one.perSecond))) as [number, number];
      const [processorMs, unwatchedProcessorMs] = [figures.watched, figures.unwatched].map((all) => median(all.map((one) => one.processorMs))) as [number, number];
      const ofOne = (figure: (stream: Watching) => number): number => median(streams.map(figure)) / unhurriedSeconds;
      return { ratio: perSecond / unwatchedPerSecond, perSecond, unwatchedPerSecond, processorMs, unwatchedProcessorMs, piecesASecond: ofOne(({ pieces }) => pieces), kilobytesASecond: ofOne(({ bytes }) => bytes) / 1024 };
    } finally {
      for (const stream of streams) stream.end();
      for (const server of servers) await server.stop();
    }
  }));
}

interface Measured { perSecond: number; processorMs: number }
async function measured({ url, child }: Running, room: LoadClassroom): Promise<Measured> {
  const before = await processorSecondsOf(child.pid);
  const perSecond = await load({ url: `${url}/graphql`, seconds: secondsARun, request: (n) => graphqlRequest(room, n, 1) });
  return { perSecond, processorMs: ((await processorSecondsOf(child.pid)) - before) * 1000 / (perSecond * secondsARun) };
}

/** A stream of server-sent events of which only how much it says is of interest. */
class Watching {
  pieces = 0;
  bytes = 0;
  private constructor(readonly end: () => void) {}

  static begin(url: string, cookie: string): Promise<Watching> {
    return new Promise((resolve, reject) => {
      const request = get(url, { headers: { cookie } }, (response) => {
        if (response.statusCode !== 200) { reject(new Error(`Watching was refused: ${response.statusCode}.`)); return; }
        const watching = new Watching(() => request.destroy());
        response.on('error', () => undefined).on('data', (chunk: Buffer) => {
          watching.bytes += chunk.length;
          if (chunk.includes('event: learners')) watching.pieces += 1;
        });
        resolve(watching);
      });
      request.on('error', reject);
    });
  }

  forget(): void { this.pieces = 0; this.bytes = 0; }
}

/** A cohort with so many learners and coordinators, each signed in: the first of either over GraphQL, the others as copies of theirs. */
async function cohortOf500({ url }: Running, env: Record<string, string>): Promise<LoadClassroom & { cohort: string; coordinators: string[] }> {
  const room = await openLoadClassroom(url, 1);
  const admin = await signIn(url, administrator.email);
  const { enrolment } = await ask<{ enrolment: { account: { id: string }; courseVersion: { id: string } } }>(url, admin, 'query ($id: ID!) { enrolment(id: $id) { account { id } courseVersion { id } } }', { id: room.learners[0]?.enrolment });
  const { viewer } = await ask<{ viewer: { account: { id: string } } }>(url, admin, '{ viewer { account { id } } }');
  const { createCohort } = await ask<{ createCohort: { id: string } }>(url, admin, 'mutation ($input: CreateCohortInput!) { createCohort(input: $input) { id } }', { input: { name: 'Watched', courseVersion: enrolment.courseVersion.id, timeZone: 'UTC' } });
  const { enrol } = await ask<{ enrol: { id: string } }>(url, admin, 'mutation ($input: EnrolInput!) { enrol(input: $input) { id } }', { input: { account: enrolment.account.id, cohort: createCohort.id } });
  const rows = await openRows(env);
  const person = async (of: string, name: string): Promise<{ accountId: string; cookie: string }> => {
    const [accountId, token] = [v7(), randomBytes(32).toString('base64url')];
    await rows.copy('account', 'id', of, { id: accountId, email: `${name}@example.org` });
    await rows.copy('membership', 'account_id', of, { account_id: accountId });
    await rows.copy('sign_in_session', 'account_id', of, { account_id: accountId, token_hash: createHash('sha256').update(token).digest('hex') });
    return { accountId, cookie: `preceptor_session=${token}` };
  };
  room.learners.length = 0;
  for (let n = 0; n < learners; n += 1) {
    const { accountId, cookie } = await person(enrolment.account.id, `many-${n}`);
    const id = v7();
    await rows.copy('enrolment', 'id', enrol.id, { id, account_id: accountId });
    await rows.copy('learning_progress', 'enrolment_id', enrol.id, { enrolment_id: id });
    room.learners.push({ cookie, enrolment: id });
  }
  const watching: string[] = [];
  for (let n = 0; n < coordinators; n += 1) watching.push((await person(viewer.account.id, `coordinator-${n}`)).cookie);
  await rows.close();
  return { ...room, cohort: createCohort.id, coordinators: watching };
}

/** Copies rows beside the running server, with some columns changed. */
async function openRows({ DATABASE_URL, DATA_DIR = '' }: Record<string, string>): Promise<{ copy(table: string, column: string, value: string, change: Record<string, string>): Promise<void>; close(): Promise<void> }> {
  const changed = (row: object | undefined, change: Record<string, string>) => {
    const made = Object.entries({ ...row, ...change });
    return { names: made.map(([name]) => `"${name}"`).join(', '), values: made.map(([, value]) => value as string) };
  };
  if (DATABASE_URL === undefined) {
    const database = new Database(join(DATA_DIR, 'preceptor.sqlite'), { timeout: 10_000 });
    return {
      copy: async (table, column, value, change) => {
        const { names, values } = changed(database.prepare<[string], object>(`SELECT * FROM "${table}" WHERE "${column}" = ? LIMIT 1`).get(value), change);
        database.prepare(`INSERT INTO "${table}" (${names}) VALUES (${values.map(() => '?').join(', ')})`).run(...values);
      },
      close: async () => { database.close(); },
    };
  }
  const client = new pg.Client({ connectionString: DATABASE_URL });
  await client.connect();
  return {
    copy: async (table, column, value, change) => {
      const { rows: [row] } = await client.query<object>(`SELECT * FROM "${table}" WHERE "${column}" = $1 LIMIT 1`, [value]);
      const { names, values } = changed(row, change);
      await client.query(`INSERT INTO "${table}" (${names}) VALUES (${values.map((_, index) => `$${index + 1}`).join(', ')})`, values);
    },
    close: () => client.end(),
  };
}
