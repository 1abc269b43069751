import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CohortsService } from '../../apps/server/src/cohorts/cohorts.service.js';
import { SessionsService } from '../../apps/server/src/identity/sessions.service.js';
import { Database } from '../../apps/server/src/platform/database/database.js';
import { createServer, readConfig, type RunningServer } from '@preceptor/server';
import { Classroom, type Learner, send } from './classroom.js';
import { engine } from './databases.js';
import { enrolled, member } from './grading-course.js';
import { startServer, type TestServer } from './server.js';

interface Piece { event: string; id: string; data: { rows?: { enrolment: string; status: string; fraction: number; completion: string; lessonsCompleted?: string[] }[]; summary?: { learners: number; notStarted: number; inProgress: number } } }
/** A stream of server-sent events, read as a browser reads it. */
class Watching {
  readonly pieces: Piece[] = [];
  ended = false;
  status = 0;
  readonly #stop = new AbortController();
  constructor(readonly url: string, cookie: string, headers: Record<string, string> = {}) { void this.#read(url, { cookie, ...headers }).catch(() => undefined).finally(() => { this.ended = true; }); }
  close(): void { this.#stop.abort(); }
  get last(): Piece | undefined { return this.pieces.at(-1); }
  async until(fits: () => boolean, ms = 8_000): Promise<void> {
    const by = Date.now() + ms;
    while (!fits()) {
      if (Date.now() > by) throw new Error(`Waited in vain; ${this.status}, came: ${JSON.stringify(this.pieces)}`);
      await new Promise((resolve) => { setTimeout(resolve, 20); });
    }
  }
  async #read(url: string, headers: Record<string, string>): Promise<void> {
    const response = await fetch(url, { headers, signal: this.#stop.signal });
    this.status = response.status;
    let text = '';
    const decoder = new TextDecoder();
    for await (const bytes of response.body ?? []) {
      text += decoder.decode(bytes as Uint8Array, { stream: true });
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const lines = new Map(text.slice(0, end).split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]));
        text = text.slice(end + 2);
        if (lines.has('event')) this.pieces.push({ event: lines.get('event') ?? '', id: lines.get('id') ?? '', data: JSON.parse(lines.get('data') ?? '{}') as Piece['data'] });
      }
    }
  }
}

let server: TestServer;
let room: Classroom;
let cohort: string;
let learner: Learner;
let cookie: string;
const open: Watching[] = [];
beforeAll(async () => {
  server = await startServer();
  room = await Classroom.open(server);
  ({ id: cohort } = await server.app.get(CohortsService).create(room.system, { name: 'Spring', courseVersion: room.version }));
  learner = await enrolled(server, room, room.version, 'Lea', cohort);
  cookie = await signedInAs('COORDINATOR');
});
afterAll(async () => {
  for (const one of open) one.close();
  await server.close();
});
async function signedInAs(role: 'COORDINATOR' | 'LEARNER', where = room): Promise<string> {
  const { accountId } = await member(server, where, role, 'Cora');
  return `preceptor_session=${(await server.app.get(SessionsService).begin(accountId, where.system.organisationId)).token}`;
}
function watch(who = cookie, headers: Record<string, string> = {}, url = server.url): Watching {
  const watching = new Watching(`${url}/cohorts/${cohort}/live`, who, headers);
  open.push(watching);
  return watching;
}

const revisionOf = ({ id }: { id: string }): number => Number(id.split('-')[1]);

describe('whoever watches a cohort', () => {
  test('sees within moments what a learner does, with the figures, and nothing twice', async () => {
    const watching = watch();
    // That she was enrolled is told first.
    await watching.until(() => watching.last?.event === 'reload');
    await send(learner, { type: 'launched', resumed: false }, { type: 'acknowledged' }, { type: 'lesson-opened', lesson: 'first' }, { type: 'lesson-completed', lesson: 'first' });
    await watching.until(() => watching.pieces.some(({ event }) => event === 'learners'));
    expect(watching.last?.data).toMatchObject({ rows: [{ enrolment: learner.enrolment, completion: 'incomplete', lessonsCompleted: ['first'] }], summary: { learners: 1, notStarted: 0, inProgress: 1 } });
    watching.close();
  });

  test('is told at most once a second, however much happens', async () => {
    const watching = watch();
    await watching.until(() => watching.last !== undefined);
    const before = watching.pieces.length;
    const began = Date.now();
    for (const lesson of ['second', 'third', 'fourth']) for (const type of ['lesson-opened', 'lesson-completed']) await send(learner, { type, lesson });
    await watching.until(() => watching.last?.data.rows?.[0]?.lessonsCompleted?.length === 4);
    expect(watching.pieces.length - before).toBeLessThanOrEqual(Math.ceil((Date.now() - began) / 1000) + 1);
    watching.close();
  });

  test('comes back where she was; and reads everything anew where that can\'t be said', async () => {
    const first = watch();
    await first.until(() => first.last !== undefined);
    const known = first.last?.id ?? '';
    first.close();
    const back = watch(cookie, { 'last-event-id': known });
    await back.until(() => back.last !== undefined);
    expect(back.pieces.map(({ event }) => event)).toEqual(['live']);
    const lost = watch(cookie, { 'last-event-id': 'elsewhere-7' });
    await lost.until(() => lost.last !== undefined);
    expect(lost.pieces.map(({ event }) => event)).toEqual(['reload']);
    for (const one of [back, lost]) one.close();
  });

  test('is told to read anew when somebody joins the cohort', async () => {
    const watching = watch();
    await watching.until(() => watching.last !== undefined);
    await enrolled(server, room, room.version, 'Newcomer', cohort);
    await watching.until(() => watching.last?.event === 'reload');
    watching.close();
  });

  test('twelve of them cost as many statements as one', async () => {
    const database = server.app.get(Database);
    const statements = async (watchers: number): Promise<number> => {
      const all = Array.from({ length: watchers }, () => watch());
      await Promise.all(all.map((one) => one.until(() => one.last !== undefined)));
      const seen = Math.max(...all.flatMap((one) => one.pieces.map(revisionOf)));
      const newcomer = await enrolled(server, room, room.version, 'Newcomer', cohort);
      await Promise.all(all.map((one) => one.until(() => one.pieces.some((piece) => piece.event === 'reload' && revisionOf(piece) > seen))));
      const before = database.statements;
      await send(newcomer, { type: 'lesson-completed', lesson: 'first' });
      await Promise.all(all.map((one) => one.until(() => one.pieces.some((piece) => piece.event === 'learners' && revisionOf(piece) > seen))));
      for (const one of all) one.close();
      return database.statements - before;
    };
    const one = await statements(1);
    expect(await statements(12)).toBeLessThanOrEqual(one + 2);
  }, 60_000);

  test('hears no more once she has signed out', async () => {
    const mine = await signedInAs('COORDINATOR');
    const watching = watch(mine);
    await watching.until(() => watching.last !== undefined);
    await server.app.get(SessionsService).end(mine.split('=')[1] ?? '');
    await watching.until(() => watching.ended);
    expect(watching.last?.event).toBe('over');
  });
});

test('learners, strangers and nobody may not watch', async () => {
  const stranger = await signedInAs('COORDINATOR', await Classroom.open(server, 'new', 'other'));
  const all = [watch(await signedInAs('LEARNER')), watch(stranger), watch('')];
  await Promise.all(all.map((one) => one.until(() => one.ended)));
  expect(all.map(({ status }) => status)).toEqual([403, 404, 401]);
});

test('an account has a bounded number of streams', async () => {
  const mine = await signedInAs('COORDINATOR');
  const all = Array.from({ length: 26 }, () => watch(mine));
  await Promise.all(all.map((one) => one.until(() => one.status !== 0)));
  expect(all.filter(({ status }) => status === 429)).toHaveLength(2);
  for (const one of all) one.close();
});

// SQLite is for one process.
if (engine === 'postgres') test('what is recorded on one server is seen on another', async () => {
  const other: RunningServer = await createServer(readConfig({ ...server.database.env, PORT: '0', NODE_ENV: 'test', LOG_LEVEL: 'silent' }));
  try {
    const watching = watch(cookie, {}, other.url);
    await watching.until(() => watching.last !== undefined);
    const another = await enrolled(server, room, room.version, 'Bea', cohort);
    await watching.until(() => watching.last?.event === 'reload');
    await send(another, { type: 'launched', resumed: false });
    await watching.until(() => watching.last?.data.rows?.some(({ enrolment }) => enrolment === another.enrolment) === true);
  } finally {
    await other.close();
  }
});

test('a server that stops lets go of its streams at once', async () => {
  const ending = await startServer();
  const own = await Classroom.open(ending);
  const { id } = await ending.app.get(CohortsService).create(own.system, { name: 'Last', courseVersion: own.version });
  const { accountId } = await member(ending, own, 'COORDINATOR', 'Cora');
  const token = (await ending.app.get(SessionsService).begin(accountId, own.system.organisationId)).token;
  const watching = new Watching(`${ending.url}/cohorts/${id}/live`, `preceptor_session=${token}`);
  await watching.until(() => watching.last !== undefined);
  const began = Date.now();
  await ending.close();
  expect(Date.now() - began).toBeLessThan(3_000);
  await watching.until(() => watching.ended);
});
