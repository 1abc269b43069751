import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createServer, readConfig, type RunningServer } from '@preceptor/server';
import { Ledger } from '../../apps/server/src/learning/ledger/ledger.js';
import { answer, Classroom, type Learner, send, start, submit, uuid } from './classroom.js';
import { Client, startServer, type TestServer } from './server.js';

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

describe('a server that was started again', () => {
  test('reads from the database what it had in memory', async () => {
    const before = await send(learner, { type: 'position', lesson: 'third', position: 0.25 });
    first.app.get(Ledger).forget(learner.enrolment);
    expect((await send(learner)).progress).toEqual(before.progress);
  });
});
