import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import pg from 'pg';
import { v7 } from 'uuid';
import { ask, signIn } from './load-classroom.js';
import { administrator, type Running, startBuiltServer } from './processes.js';
import { onEngine } from './record-events.js';
import { writeSyntheticCourse } from './synthetic-course.js';

const itemCount = 50;
const page = 200;
/** Times are read of every so many pages of attempts, so only these have events here. */
const everyPage = 10;

export interface ServedStatistics {
  engine: 'sqlite' | 'postgres';
  /** from asking to the answer; and of it the server's own, without waiting for a processor or the database */
  seconds: number;
  processorSeconds: number;
  /** reading the same rows by the raw driver and summing them */
  floorSeconds: number;
  /** largest resident size of the server's process: before, and in the end */
  idleBytes: number;
  peakBytes: number;
}

/**
 * So many submitted attempts of 50 items in a database as the server makes it; the built server, started anew, computes
 * their statistics by `recomputeStatistics`: database, stream, every measure, stored again.
 */
export function benchServedStatistics(engine: 'sqlite' | 'postgres', attempts = 100_000): Promise<ServedStatistics> {
  return onEngine(engine, async (_engine, env) => {
    const courses = join(env['DATA_DIR'] ?? '', 'courses');
    await writeSyntheticCourse(join(courses, 'synthetic'), { lessons: 15, items: 65, mediaBytes: 0 });
    await writeFile(join(courses, 'synthetic/units/001-unit/assessment.yaml'), `id: quiz-0\ntitle: Quiz\npurpose: quiz\npassMark: 0.6\nsections:\n  - id: main\n    title: All\n    draw: [{bank: bank-0, count: ${itemCount}}]\n`);
    const first = await startBuiltServer({ ...env, COURSES_DIR: courses });
    const room = await classroomOf(first);
    await first.stop();
    const database = engine === 'sqlite' ? sqliteRows(join(env['DATA_DIR'] ?? '', 'preceptor.sqlite')) : await postgresRows(env['DATABASE_URL'] ?? '');
    await fill(database, room, attempts);
    const floorSeconds = await timed(() => database.sum());
    await database.close();
    const server = await startBuiltServer({ ...env, COURSES_DIR: courses });
    try {
      return { engine, floorSeconds, ...await computed(server, room.course, attempts) };
    } finally {
      await server.stop();
    }
  });
}

interface Room { course: string; version: string; organisation: string; account: string; cohorts: string[]; items: { id: string; options: string[]; key: string }[] }
async function classroomOf({ url }: Running): Promise<Room> {
  const admin = await signIn(url, administrator.email);
  const { publishCourse: { id: version, course } } = await ask<{ publishCourse: { id: string; course: { id: string } } }>(url, admin, 'mutation { publishCourse(slug: "synthetic") { id course { id } } }');
  const { viewer } = await ask<{ viewer: { account: { id: string }; organisation: { id: string } } }>(url, admin, '{ viewer { account { id } organisation { id } } }');
  const cohorts = await Promise.all(['Spring', 'Autumn'].map(async (name) => (await ask<{ createCohort: { id: string } }>(url, admin, 'mutation ($input: CreateCohortInput!) { createCohort(input: $input) { id } }', { input: { name, courseVersion: version, timeZone: 'UTC' } })).createCohort.id));
  const { courseVersion } = await ask<{ courseVersion: { itemStatistics: { nodes: { item: { id: string; view: { content: { options: { id: string }[] } }; key: { correct: string } } }[] } } }>(url, admin, 'query ($version: ID!) { courseVersion(id: $version) { itemStatistics(first: 100) { nodes { item { id view key } } } } }', { version });
  const items = courseVersion.itemStatistics.nodes.flatMap(({ item: { id, view, key } }) => (id.startsWith('item-') ? [{ id, options: view.content.options.map((option) => option.id), key: key.correct }] : []));
  if (items.length !== itemCount) throw new Error(`there are ${items.length} items`);
  return { course: course.id, version, organisation: viewer.organisation.id, account: viewer.account.id, cohorts, items };
}

/** A two-parameter model with guessing; each attempt by an enrolment of its own, a second after the last. */
async function fill(database: Rows, { version, organisation, account, cohorts, items }: Room, attempts: number): Promise<void> {
  const uniform = chance();
  const difficulties = items.map(() => 3 * uniform() - 1.5);
  for (let from = 0; from < attempts; from += page) {
    const enrolments: unknown[][] = [];
    const submitted: unknown[][] = [];
    const responses: unknown[][] = [];
    const events: unknown[][] = [];
    for (let at = from; at < Math.min(attempts, from + page); at += 1) {
      const [enrolment, attempt] = [v7(), v7()];
      const when = new Date(Date.UTC(2026, 0, 1) + at * 1000).toISOString();
      const ability = 1.7 * (uniform() + uniform() + uniform() + uniform() - 2); // nearly normal
      let raw = 0;
      items.forEach(({ id, options, key }, number) => {
        const right = uniform() < 0.25 + 0.75 / (1 + Math.exp(1.3 * ((difficulties[number] ?? 0) - ability)));
        const wrong = options.filter((option) => option !== key);
        const value = right ? key : wrong[Math.floor(wrong.length * uniform())];
        raw += right ? 1 : 0;
        responses.push([enrolment, attempt, id, version, JSON.stringify({ value }), right ? 1 : 0, 1, right ? 1 : 0, right ? 'correct' : 'incorrect', when]);
        if (Math.floor(at / page) % everyPage === 0) events.push([enrolment, v7(), number + 1, 'item-answered', when, when, JSON.stringify({ id: v7(), type: 'item-answered', at: when, item: id, attempt, response: { value }, latencySeconds: 10 + Math.floor(60 * uniform()) })]);
      });
      enrolments.push([enrolment, organisation, account, version, cohorts[at % cohorts.length], when]);
      submitted.push([enrolment, attempt, version, 'quiz-0', 1, '{}', when, when, raw, itemCount, raw / itemCount, database.boolean(raw / itemCount >= 0.6), database.boolean(false)]);
    }
    await database.insert([['enrolment', ['id', 'organisation_id', 'account_id', 'course_version_id', 'cohort_id', 'enrolled_at'], enrolments],
      ['learning_attempt', ['enrolment_id', 'id', 'course_version_id', 'assessment_id', 'number', 'form', 'started_at', 'submitted_at', 'raw', 'max', 'scaled', 'passed', 'pending'], submitted],
      ['learning_response', ['enrolment_id', 'attempt_id', 'item_id', 'course_version_id', 'response', 'raw', 'max', 'scaled', 'outcome', 'answered_at'], responses],
      ['learning_event', ['enrolment_id', 'id', 'ordinal', 'type', 'at', 'recorded_at', 'data'], events]]);
  }
}

type Insert = [table: string, columns: string[], rows: unknown[][]];
interface Rows { boolean(value: boolean): unknown; insert(tables: Insert[]): Promise<void>; sum(): Promise<number>; close(): Promise<void> }
const sums = 'SELECT enrolment_id, attempt_id, item_id, response, raw, max FROM learning_response';

function sqliteRows(file: string): Rows {
  const connection = new Sqlite(file);
  connection.pragma('synchronous = OFF');
  const insert = connection.transaction((tables: Insert[]) => {
    for (const [table, columns, rows] of tables) {
      const statement = connection.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`);
      for (const row of rows) statement.run(...row);
    }
  });
  return {
    boolean: Number, insert: async (tables) => { insert(tables); },
    sum: async () => {
      let sum = 0;
      for (const row of connection.prepare(sums).iterate()) sum += (row as { raw: number }).raw;
      return sum;
    },
    close: async () => { connection.close(); },
  };
}

async function postgresRows(url: string): Promise<Rows> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const types: Record<string, string> = { ordinal: 'integer', number: 'integer', raw: 'double precision', max: 'double precision', scaled: 'double precision', passed: 'boolean', pending: 'boolean' };
  return {
    boolean: (value) => value,
    insert: async (tables) => {
      for (const [table, columns, rows] of tables) {
        const lists = columns.map((name, at) => `$${at + 1}::${types[name] ?? 'text'}[]`);
        await client.query(`INSERT INTO ${table} (${columns.join(', ')}) SELECT * FROM unnest(${lists.join(', ')})`, columns.map((_, at) => rows.map((row) => row[at])));
      }
    },
    sum: async () => {
      await client.query('ANALYZE');
      await client.query('BEGIN');
      await client.query(`DECLARE answers CURSOR FOR ${sums}`);
      let sum = 0;
      for (;;) {
        const { rows } = await client.query<{ raw: number }>('FETCH 10000 FROM answers');
        if (rows.length === 0) break;
        for (const { raw } of rows) sum += raw;
      }
      await client.query('COMMIT');
      return sum;
    },
    close: () => client.end(),
  };
}

interface Asked { computing: boolean; attempts: number; fault: string | null }
async function computed({ url, child }: Running, course: string, attempts: number): Promise<Pick<ServedStatistics, 'seconds' | 'processorSeconds' | 'idleBytes' | 'peakBytes'>> {
  const admin = await signIn(url, administrator.email);
  const idleBytes = await peakOf(child.pid);
  const before = await processorSecondsOf(child.pid);
  const began = performance.now();
  let now = (await ask<{ recomputeStatistics: Asked }>(url, admin, 'mutation ($course: ID!) { recomputeStatistics(course: $course, assessment: "quiz-0") { computing attempts fault } }', { course })).recomputeStatistics;
  while (now.computing) {
    await new Promise((resolve) => { setTimeout(resolve, 100); });
    now = (await ask<{ assessmentStatistics: Asked }>(url, admin, 'query ($course: ID!) { assessmentStatistics(course: $course, assessment: "quiz-0") { computing attempts fault } }', { course })).assessmentStatistics;
  }
  const seconds = (performance.now() - began) / 1000;
  if (now.attempts !== attempts || now.fault !== null) throw new Error(`${now.attempts} attempts were analysed: ${now.fault}`);
  return { seconds, processorSeconds: await processorSecondsOf(child.pid) - before, idleBytes, peakBytes: await peakOf(child.pid) };
}

/** What Linux says of a process. */
const peakOf = async (pid: number | undefined): Promise<number> => Number(/VmHWM:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024;
export async function processorSecondsOf(pid: number | undefined): Promise<number> {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return (performance.now() - start) / 1000;
}

/** A xorshift generator (G. Marsaglia 2003), the same each time. */
function chance(): () => number {
  let state = 0x9e3779b9;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
