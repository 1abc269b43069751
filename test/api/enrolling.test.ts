import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CourseRow, CourseVersionRow } from '../../apps/server/src/catalog/catalog.entity.js';
import { Database } from '../../apps/server/src/platform/database/database.js';
import { Classroom, uuid } from './classroom.js';
import { published, sampleCourse } from './sample-course.js';
import { administrator, type Client, startServer, type TestServer } from './server.js';

const enrol = 'mutation ($input: EnrolInput!) { enrol(input: $input) { id account { id name email } cohort { id } } }';
interface Enrolled { enrol: { id: string; account: { id: string; name: string; email: string } } }

let server: TestServer;
let room: Classroom;
let admin: Client;
let coordinator: Client;
let cohort: string;
beforeAll(async () => {
  server = await startServer();
  room = await Classroom.open(server);
  admin = await server.signedIn(administrator.email);
  await admin.must('mutation ($input: InviteAccountInput!) { inviteAccount(input: $input) { id } }', { input: { name: 'Dana', email: 'dana@example.org', roles: ['COORDINATOR'], password: administrator.password } });
  coordinator = await server.signedIn('dana@example.org');
  ({ createCohort: { id: cohort } } = await coordinator.must<{ createCohort: { id: string } }>('mutation ($input: CreateCohortInput!) { createCohort(input: $input) { id } }', { input: { name: 'Spring', courseVersion: room.version } }));
});
afterAll(() => server.close());

const accounts = async (email: string): Promise<{ name: string; roles: string }[]> => server.app.get(Database).read.query(
  `SELECT a."name" AS "name", m."roles" AS "roles" FROM "account" a JOIN "membership" m ON m."account_id" = a."id" WHERE a."email" = '${email}'`);
const fault = async (input: object, by = coordinator) => (await by.ask(enrol, { input })).errors[0]?.extensions;

describe('a coordinator enrols by e-mail address', () => {
  test('somebody new, who gets a learner\'s account', async () => {
    const { enrol: { account } } = await coordinator.must<Enrolled>(enrol, { input: { cohort, email: 'New@Example.org', name: ' Nia New ' } });
    expect(account).toMatchObject({ name: 'Nia New', email: 'new@example.org' });
    expect(await accounts('new@example.org')).toEqual([{ name: 'Nia New', roles: '["LEARNER"]' }]);
    expect(await fault({ cohort, email: 'new@example.org', name: 'Nia' })).toEqual({ code: 'ALREADY_ENROLLED', path: ['input', 'email'] });
  });

  test('somebody known, whose name and roles stay as they are', async () => {
    const { enrol: { account } } = await coordinator.must<Enrolled>(enrol, { input: { courseVersion: room.version, email: 'DANA@example.org', name: 'Somebody else' } });
    expect(account.name).toBe('Dana');
    expect(await accounts('dana@example.org')).toEqual([{ name: 'Dana', roles: '["COORDINATOR"]' }]);
  });

  test('and makes no account where nobody can be enrolled', async () => {
    expect(await fault({ cohort: uuid(), email: 'lost@example.org', name: 'Lost' })).toEqual({ code: 'NOT_FOUND', path: ['input', 'cohort'] });
    expect(await fault({ courseVersion: uuid(), email: 'lost@example.org', name: 'Lost' })).toEqual({ code: 'NOT_FOUND', path: ['input', 'courseVersion'] });
    expect(await fault({ cohort, email: 'lost@example.org' })).toEqual({ code: 'BAD_INPUT', path: ['input', 'name'] });
    expect(await fault({ cohort, email: 'not an address', name: 'Lost' })).toEqual({ code: 'BAD_INPUT', path: ['input', 'email'] });
    expect(await accounts('lost@example.org')).toEqual([]);
  });

  test('the same person twice at once: one account, one place', async () => {
    const input = { cohort, email: 'twice@example.org', name: 'Twice' };
    const answers = await Promise.all([coordinator.ask(enrol, { input }), admin.ask(enrol, { input }), coordinator.ask(enrol, { input })]);
    expect(await accounts('twice@example.org')).toHaveLength(1);
    expect(answers.filter(({ errors }) => errors.length === 0).length).toBeGreaterThanOrEqual(1);
    for (const { errors } of answers) for (const error of errors) expect(['ALREADY_ENROLLED', 'CONFLICT']).toContain(error.extensions.code);
  });

  test('but nobody of another organisation, of whom no more is said than that the address is taken', async () => {
    const other = await Classroom.open(server, 'new');
    const stranger = await other.learner('Stranger');
    const { viewer } = await stranger.client.must<{ viewer: { account: { email: string } } }>('{ viewer { account { email } } }');
    const answer = await coordinator.ask(enrol, { input: { cohort, email: viewer.account.email, name: 'Guess' } });
    expect(answer.errors[0]?.extensions).toEqual({ code: 'EMAIL_TAKEN', path: ['input', 'email'] });
    expect(JSON.stringify(answer)).not.toMatch(/Stranger|organisation/);
    expect(await fault({ cohort, account: stranger.accountId })).toEqual(await fault({ cohort, account: uuid() }));
    expect(await accounts(viewer.account.email)).toHaveLength(1);
  });
});

test('an enrolment names its learner in one way', async () => {
  expect(await fault({ cohort })).toEqual({ code: 'BAD_INPUT', path: ['input', 'account'] });
  expect(await fault({ cohort, account: uuid(), email: 'a@example.org', name: 'A' })).toEqual({ code: 'BAD_INPUT', path: ['input', 'email'] });
});

test('an API key makes no accounts by enrolling unless it may make accounts', async () => {
  const make = async (scopes: string[]) => server.client({ authorization: `Bearer ${(await admin.must<{ createApiKey: { key: string } }>('mutation ($scopes: [String!]!) { createApiKey(name: "crm", scopes: $scopes) { key } }', { scopes })).createApiKey.key}` });
  const input = { cohort, email: 'key@example.org', name: 'Key' };
  expect((await fault(input, await make(['cohorts', 'read'])))?.code).toBe('FORBIDDEN');
  expect(await accounts('key@example.org')).toEqual([]);
  await (await make(['cohorts', 'accounts', 'read'])).must(enrol, { input });
  expect(await accounts('key@example.org')).toHaveLength(1);
});

describe('a cohort takes another version', () => {
  const set = 'mutation ($cohort: ID!, $version: ID!) { setCohortVersion(cohort: $cohort, version: $version) { courseVersion { id } } }';
  test('for whoever is enrolled from then on; the others stay where they are', async () => {
    const place = async (name: string) => (await coordinator.must<{ enrol: { courseVersion: { id: string } } }>('mutation ($input: EnrolInput!) { enrol(input: $input) { courseVersion { id } } }', { input: { cohort, email: `${uuid()}@example.org`, name } })).enrol.courseVersion.id;
    const next = await room.publish(sampleCourse('2'), 2);
    expect(await place('Before')).toBe(room.version);
    expect(await coordinator.must(set, { cohort, version: next })).toEqual({ setCohortVersion: { courseVersion: { id: next } } });
    expect(await place('After')).toBe(next);
    const { cohort: { learners } } = await coordinator.must<{ cohort: { learners: { nodes: object[] } } }>('query ($id: ID!) { cohort(id: $id) { learners(search: "Before") { nodes { enrolment { courseVersion { id } } } } } }', { id: cohort });
    expect(learners.nodes).toEqual([{ enrolment: { courseVersion: { id: room.version } } }]);
  });

  test('of the same course and organisation only', async () => {
    const other = await Classroom.open(server, 'new');
    const answers = [await coordinator.ask(set, { cohort, version: other.version }), await coordinator.ask(set, { cohort, version: uuid() })];
    for (const { errors } of answers) expect(errors[0]?.extensions).toEqual({ code: 'NOT_FOUND', path: ['version'] });
    expect((await coordinator.ask(set, { cohort: uuid(), version: room.version })).errors[0]?.extensions).toEqual({ code: 'NOT_FOUND', path: ['cohort'] });
    const [courseId, version] = [uuid(), uuid()];
    await server.app.get(Database).write(async (manager) => {
      await manager.insert(CourseRow, { id: courseId, organisationId: room.system.organisationId, slug: 'another', title: 'Another', language: 'en', description: '', createdAt: new Date().toISOString() });
      await manager.insert(CourseVersionRow, { id: version, courseId, organisationId: room.system.organisationId, number: 1, label: '1', title: 'Another', publishedAt: new Date().toISOString(), ...published(sampleCourse('3')) });
    });
    expect((await coordinator.ask(set, { cohort, version })).errors[0]?.extensions).toEqual({ code: 'OTHER_COURSE', path: ['version'] });
    expect((await (await room.learner()).client.ask(set, { cohort, version })).errors[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

test('learners enrol nobody', async () => {
  const { client } = await room.learner();
  expect((await fault({ cohort, email: 'x@example.org', name: 'X' }, client))?.code).toBe('FORBIDDEN');
});
