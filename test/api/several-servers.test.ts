import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createServer, readConfig, type RunningServer } from '@preceptor/server';
import { IsNull, Not } from 'typeorm';
import { Ledger } from '../../apps/server/src/learning/ledger/ledger.js';
import { Database } from '../../apps/server/src/platform/database/database.js';
import { ScheduledWorkRow } from '../../apps/server/src/schedule/schedule.entity.js';
import { Schedule } from '../../apps/server/src/schedule/schedule.js';
import { answer, Classroom, type Learner, send, start, submit, uuid } from './classroom.js';
import { engine } from './databases.js';
import { administrator, Client, startServer, type TestServer } from './server.js';

let first: TestServer;
let second: RunningServer;
let learner: Learner;
let elsewhere: Learner;
beforeAll(async () => {
  first = await startServer();
  second = await createServer(readConfig({ ...first.database.env, PORT: '0', NODE_ENV: 'test', LOG_LEVEL: 'silent' }));
  learner = await (await Classroom.open(first)).learner();
  elsewhere = { ...learner, client: new Client(second.url, { cookie: learner.client.cookie ?? '' }) };
});
afterAll(async () => {
  await second.close();
  await first.close();
});

describe('two servers on one database', () => {
  test('keep every event of a learner who uses both, and none twice', async () => {
    const same = { id: uuid(), at: new Date().toISOString(), type: 'lesson-completed', lesson: 'first' };
    for (let n = 0; n < 40; n += 1) {
      const answered = await send(n % 2 === 0 ? learner : elsewhere, same, { type: 'position', lesson: 'second', position: n / 100 });
      expect(answered.rejected).toEqual([]);
      expect(answered.progress.bookmark).toEqual({ lesson: 'second', position: n / 100 });
    }
    const { client, enrolment } = elsewhere;
    expect(await client.must('query ($id: ID!) { enrolment(id: $id) { timeline(first: 1) { totalCount } } }', { id: enrolment })).toMatchObject({ enrolment: { timeline: { totalCount: expect.any(Number) } } });
  });

  test('agree about an attempt that is begun on one and submitted on the other', async () => {
    const { id, form } = await start(learner, 'final');
    await send(elsewhere, ...form.items.map((item) => answer(id, item.id)));
    expect((await submit(learner, id)).result).toMatchObject({ scaled: 1, passed: true });
    expect((await send(elsewhere, answer(id, form.items[0]?.id ?? ''))).rejected).toMatchObject([{ code: 'ATTEMPT_CLOSED' }]);
  });
});

// SQLite is for one process, which needs no word from another.
if (engine === 'postgres') test('who signs out on one is signed out on the other at once, though both knew her', async () => {
  const here = await first.signedIn(administrator.email);
  const there = new Client(second.url, { cookie: here.cookie ?? '' });
  const who = '{ viewer { account { email } } }';
  expect(await there.must(who)).toMatchObject({ viewer: { account: { email: administrator.email } } });
  await here.must('mutation { signOut }');
  let still = 0;
  while ((await there.must<{ viewer: unknown }>(who)).viewer !== null) {
    still += 1;
    expect(still).toBeLessThan(50);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
});

if (engine === 'postgres') test('whoever guesses passwords on one is stopped on the other', async () => {
  const guess = (client: Client) => client.ask('mutation { signIn(email: "guessed@example.org", password: "not this one") { roles } }');
  for (let n = 0; n < 8; n += 1) expect((await guess(n % 2 === 0 ? first.client() : new Client(second.url))).errors[0]?.extensions.code).toBe('WRONG_CREDENTIALS');
  expect((await guess(first.client())).errors[0]?.extensions.code).toBe('RATE_LIMITED');
  expect((await guess(new Client(second.url))).errors[0]?.extensions.code).toBe('RATE_LIMITED');
});

test('work that comes round is done by one of two servers, and after a fault by whoever comes next', async () => {
  const done: string[] = [];
  let release = () => undefined as void;
  const held = new Promise<void>((resolve) => { release = resolve; });
  const [here, there] = [first.app.get(Schedule), second.app.get(Schedule)];
  here.every('test', 3600, async () => { await held; done.push('first'); throw new Error('it broke'); });
  there.every('test', 3600, async () => { done.push('second'); });
  const broke = here.now('test').then(() => 'no', () => 'broke');
  const { read } = first.app.get(Database);
  while (!(await read.existsBy(ScheduledWorkRow, { name: 'test', heldUntil: Not(IsNull()) }))) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(await there.now('test')).toBe(false);
  release();
  expect(await broke).toBe('broke');
  expect(await there.now('test')).toBe(true);
  expect(done).toEqual(['first', 'second']);
});

describe('a server that was started again', () => {
  test('reads from the database what it had in memory', async () => {
    const before = await send(learner, { type: 'position', lesson: 'third', position: 0.25 });
    first.app.get(Ledger).forget(learner.enrolment);
    expect((await send(learner)).progress).toEqual(before.progress);
  });
});
