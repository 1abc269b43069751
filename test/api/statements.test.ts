import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { CourseRow, CourseVersionRow } from '../../apps/server/src/catalog/catalog.entity.js';
import { EnrolmentsService } from '../../apps/server/src/learning/enrolments.service.js';
import { Database } from '../../apps/server/src/platform/database/database.js';
import { Classroom, type Learner, send } from './classroom.js';
import { published, sampleCourse } from './sample-course.js';
import { startServer, type TestServer } from './server.js';

let server: TestServer;
let learner: Learner;
beforeAll(async () => {
  server = await startServer();
  const room = await Classroom.open(server);
  learner = await room.learner();
  const database = server.app.get(Database);
  // Somebody enrolled in a hundred courses.
  for (let n = 0; n < 99; n += 1) {
    const [courseId, id] = [v7(), v7()];
    await database.write(async (manager) => {
      await manager.insert(CourseRow, { id: courseId, organisationId: room.system.organisationId, slug: `sample-${n}`, title: `Sample ${n}`, language: 'en', description: '', createdAt: new Date().toISOString() });
      await manager.insert(CourseVersionRow, { id, courseId, organisationId: room.system.organisationId, number: 1, label: '1', title: 'A sample', publishedAt: new Date().toISOString(), ...published(sampleCourse(String(n))) });
    });
    await server.app.get(EnrolmentsService).enrol(room.system, { accountId: learner.accountId, courseVersionId: id });
  }
  await send(learner, { type: 'acknowledged' });
});
afterAll(() => server.close());

async function statementsFor(query: string, first: number): Promise<number> {
  const database = server.app.get(Database);
  const before = database.statements;
  await learner.client.must(query, { first });
  return database.statements - before;
}

describe('a page of 1, 10 or 100 enrolments', () => {
  test('with the account, the next step, progress, conditions and attempts takes the same few statements', async () => {
    const query = 'query ($first: Int!) { viewer { enrolments(first: $first) { totalCount nodes { id account { name } progress next { kind } conditions { label met } attempts(first: 5) { totalCount } } } } }';
    // Compiled courses are read once each and then kept, as they never change; here only the last few are.
    const loads = (page: number) => Math.min(page, 100);
    const counts: number[] = [];
    for (const first of [1, 10, 100]) counts.push(await statementsFor(query, first) - loads(first));
    expect(Math.max(...counts)).toBeLessThanOrEqual(10);
  });

  test('with names and days alone takes two statements', async () => {
    for (const first of [1, 10, 100]) expect(await statementsFor('query ($first: Int!) { viewer { enrolments(first: $first) { totalCount nodes { id dueOn enrolledAt } } } }', first)).toBeLessThanOrEqual(3);
  });
});
