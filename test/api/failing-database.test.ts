import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Database } from '../../apps/server/src/platform/database/database.js';
import { Classroom, type Learner, record, send, uuid } from './classroom.js';
import { startServer, type TestServer } from './server.js';

let server: TestServer;
let learner: Learner;
beforeAll(async () => {
  server = await startServer();
  learner = await (await Classroom.open(server)).learner();
});
afterAll(() => server.close());

describe('a database that fails', () => {
  test('makes the answer a 500 without a stack, keeps nothing of it, and what is sent again is taken', async () => {
    const alter = (statement: string) => server.app.get(Database).write((manager) => manager.query(statement));
    const event = { id: uuid(), at: new Date().toISOString(), session: uuid(), type: 'lesson-completed', lesson: 'first' };
    await send(learner, { type: 'acknowledged' });
    await alter('ALTER TABLE learning_event RENAME TO learning_event_away');
    const failed = await learner.client.ask(record, { enrolment: learner.enrolment, events: [event] });
    await alter('ALTER TABLE learning_event_away RENAME TO learning_event');

    expect(failed.status).toBe(500);
    expect(failed.errors).toEqual([expect.objectContaining({ message: 'Something went wrong on the server.', extensions: { code: 'INTERNAL', reference: expect.stringMatching(/^[0-9a-f-]{36}$/) } })]);
    expect((await send(learner)).progress.fraction).toBe(0);
    const again = await send(learner, event);
    expect(again.accepted).toEqual([event.id]);
    expect(again.progress.fraction).toBeGreaterThan(0);
  });
});
