import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { recordEvents } from '../bench/record-events.js';
import { ask, openLoadClassroom } from '../bench/load-classroom.js';
import { administrator, startBuiltServer } from '../bench/processes.js';
import { freshDatabase, type FreshDatabase } from './databases.js';

let database: FreshDatabase;
beforeAll(async () => { database = await freshDatabase(undefined, { migrated: true }); });
afterAll(() => database.remove());

test('the log tells of every request, and of nobody', async () => {
  const server = await startBuiltServer({ ...database.env, LOG_LEVEL: 'debug' });
  let log = '';
  server.child.stdout?.on('data', (chunk: Buffer) => { log += chunk.toString(); });
  const room = await openLoadClassroom(server.url, 1);
  const learner = room.learners[0];
  if (learner === undefined) throw new Error('There is no learner.');
  await ask(server.url, learner.cookie, recordEvents, { enrolment: learner.enrolment, events: [{ id: '01935a00-0000-7000-8000-000000000001', session: '01935a00-0000-7000-8000-000000000000', at: new Date().toISOString(), type: 'reflection-saved', lesson: room.lessons[0], reflection: 'nowhere', text: 'my innermost thoughts' }] });
  await fetch(`${server.url}/courses?name=Load+0`, { headers: { cookie: learner.cookie } });
  await server.stop();

  const lines = log.trim().split('\n').filter((line) => line.startsWith('{')).map((line): unknown => JSON.parse(line));
  expect(lines).toContainEqual(expect.objectContaining({ method: 'POST', route: '/graphql', status: 200, ms: expect.any(Number) }));
  for (const secret of [administrator.email, administrator.password, 'load-0@example.org', 'Load 0', 'Load+0', learner.cookie.split('=')[1] ?? '', learner.enrolment, 'innermost', '127.0.0.1:']) {
    expect(lines.map((line) => JSON.stringify(line)).join('\n')).not.toContain(secret);
  }
});
