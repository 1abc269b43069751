import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { administrator, type Client, startServer, type TestServer } from './server.js';

let server: TestServer;
let instructor: Client;
beforeAll(async () => {
  server = await startServer();
  instructor = await server.signedIn(administrator.email);
});
afterAll(() => server.close());

const publish = 'mutation ($slug: String!) { publishCourse(slug: $slug) { id number hash course { id slug title } } }';

describe('publishing a course of the courses folder', () => {
  test('gives version 1, and publishing the same source again changes nothing', async () => {
    const first = await instructor.must<{ publishCourse: { number: number; hash: string } }>(publish, { slug: 'ketamine-assisted-psychotherapy' });
    expect(first.publishCourse.number).toBe(1);
    expect(await instructor.must(publish, { slug: 'ketamine-assisted-psychotherapy' })).toEqual(first);
  });

  test('a folder that is not there, or a path out of the courses folder, is refused by name', async () => {
    for (const slug of ['no-such-course', '../secret', '', '.']) {
      const { errors } = await instructor.ask(publish, { slug });
      expect(errors[0]?.extensions).toEqual({ code: 'NO_SUCH_SOURCE', path: ['slug'] });
    }
  });

  test('every statement of the version is shown with lessons that teach it and items that ask it', async () => {
    const { courses } = await instructor.must<{ courses: { nodes: { latestVersion: { statements: { id: string; lessons: object[]; items: object[] }[] } }[] } }>(
      '{ courses { nodes { latestVersion { statements { id lessons { id title } items { id level stem } } } } } }');
    const statements = courses.nodes[0]?.latestVersion.statements ?? [];
    expect(statements.length).toBeGreaterThanOrEqual(45);
    expect(statements.filter(({ lessons, items }) => lessons.length === 0 || items.length === 0)).toEqual([]);
  });
});

test('a course in several languages keeps the pictures of each', async () => {
  const fixtures = await startServer({ COURSES_DIR: 'test/fixtures' });
  try {
    const author = await fixtures.signedIn(administrator.email);
    const { publishCourse } = await author.must<{ publishCourse: { id: string } }>(publish, { slug: 'course-languages' });
    for (const path of ['media/bowl.svg', 'translations/es/media/bowl.svg', 'translations/ar/media/bowl.svg']) {
      expect([path, (await author.fetch(`/preview/${publishCourse.id}/${path}`)).status]).toEqual([path, 200]);
    }
  } finally {
    await fixtures.close();
  }
});
