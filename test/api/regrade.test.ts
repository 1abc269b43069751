import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createServer, readConfig } from '@preceptor/server';
import { CohortsService } from '../../apps/server/src/cohorts/cohorts.service.js';
import { Actor } from '../../apps/server/src/identity/actor.js';
import { IdentityService } from '../../apps/server/src/identity/identity.service.js';
import { AttemptsService } from '../../apps/server/src/learning/attempts.service.js';
import { EnrolmentsService } from '../../apps/server/src/learning/enrolments.service.js';
import { Database } from '../../apps/server/src/platform/database/database.js';
import { answer, Classroom, type Learner, send, start, uuid } from './classroom.js';
import { counts, enrolled, grade, gradedCourse, member, next, queueOf, resultOf, take } from './grading-course.js';
import { administrator, Client, startServer, type TestServer } from './server.js';

let server: TestServer;
let room: Classroom;
let version: string;
let cohort: string;
let admin: Client;
let stranger: Client;
beforeAll(async () => {
  server = await startServer();
  room = await Classroom.open(server);
  admin = await server.signedIn(administrator.email);
  version = await room.publish(gradedCourse(), 2);
  cohort = (await server.app.get(CohortsService).create(room.system, { name: 'The cohort', startsOn: null, endsOn: null, timeZone: 'UTC', courseVersion: version })).id;
  stranger = (await member(server, await Classroom.open(server, 'new'), 'ADMINISTRATOR', 'Far')).client;
});
afterAll(() => server.close());

const join = (name: string): Promise<Learner> => enrolled(server, room, version, name, cohort);

interface Total { raw: number; max: number; passed: boolean | null }
interface Regrade { id: string; state: string; change: string; reason: string; attempts: number; applied: number; scoresChanged: number; passesLost: number; passesWon: number; successLost: number; successWon: number; versions: number[]; changes: { totalCount: number; nodes: { attempt: string; learner: { name: string }; before: Total; after: Total; successBefore: string; successAfter: string; appliedAt: string | null }[] } }
const fields = 'id state change reason attempts applied scoresChanged passesLost passesWon successLost successWon versions account { name } changes(first: 100) { totalCount nodes { attempt learner { name } before { raw max passed } after { raw max passed } successBefore successAfter appliedAt } }';
const previewMutation = `mutation ($input: RegradeInput!) { previewRegrade(input: $input) { ${fields} } }`;
const regradeMutation = `mutation ($preview: ID!, $reason: String!) { regrade(preview: $preview, reason: $reason) { ${fields} } }`;
const preview = async (change: string, more: object = {}): Promise<Regrade> => (await admin.must<{ previewRegrade: Regrade }>(previewMutation, { input: { version, item: 'item-0', change, ...more } })).previewRegrade;
const regrade = async (id: string, reason = 'The key was wrong.'): Promise<Regrade> => (await admin.must<{ regrade: Regrade }>(regradeMutation, { preview: id, reason })).regrade;
const near = { key: { correct: 'opt-near' } };
const stakes = async () => (await admin.must<{ cohort: { passesAtStake: { nodes: { id: string; turned: string; learner: { name: string }; regrade: { reason: string } }[] } } }>('query ($id: ID!) { cohort(id: $id) { passesAtStake { nodes { id turned learner { name } regrade { reason } } } } }', { id: cohort })).cohort.passesAtStake.nodes;

/** Grades all that waits with so many points of each criterion. */
async function gradeAll(points: number): Promise<void> {
  for (let waiting = await next(admin, queueOf(room)); waiting !== null; waiting = await next(admin, queueOf(room))) await grade(admin, waiting.id, points, points);
}

describe('a wrong key', () => {
  let right: [Learner, string];
  let wrong: [Learner, string];
  beforeAll(async () => {
    // Two of four for the essay: who has both choices right has 4 of 6 and passes at 60 %, who has one has 3 of 6.
    const [a, b] = [await join('Right by the key'), await join('Right in truth')];
    right = [a, (await take(a, { 'item-0': 'opt-right' })).id];
    wrong = [b, (await take(b, { 'item-0': 'opt-near' })).id];
    await gradeAll(1);
    expect([await resultOf(...right), await resultOf(...wrong)]).toMatchObject([{ raw: 4, success: 'passed' }, { raw: 3, success: 'failed' }]);
  }, 60_000);

  test('shows first whose score and pass would change, and changes nothing by that', async () => {
    const seen = await preview('KEY', near);
    expect(seen).toMatchObject({ state: 'PREVIEW', attempts: 2, applied: 0, scoresChanged: 2, passesLost: 1, passesWon: 1, successLost: 1, successWon: 1, versions: [2, 1] });
    expect(seen.changes.nodes).toMatchObject([
      { learner: { name: 'Right by the key' }, before: { raw: 4, max: 6, passed: true }, after: { raw: 3, passed: false }, successBefore: 'passed', successAfter: 'failed', appliedAt: null },
      { learner: { name: 'Right in truth' }, before: { raw: 3, passed: false }, after: { raw: 4, passed: true } },
    ]);
    expect(await resultOf(...right)).toMatchObject({ raw: 4, success: 'passed' });
  });

  test('is not regraded when something was submitted since, nor without a reason', async () => {
    const seen = await preview('KEY', near);
    expect((await admin.ask(regradeMutation, { preview: seen.id, reason: ' ' })).errors[0]?.extensions).toEqual({ code: 'BAD_INPUT', path: ['reason'] });
    await take(wrong[0], { essay: null, 'item-0': 'opt-far', 'item-1': 'opt-far' });
    expect((await admin.ask(regradeMutation, { preview: seen.id, reason: 'The key was wrong.' })).errors[0]?.extensions.code).toBe('REGRADE_CHANGED');
    expect(await resultOf(...right)).toMatchObject({ raw: 4 });
  });

  test('is mended with old and new kept, progress following, and passes flagged for the coordinator', async () => {
    const done = await regrade((await preview('KEY', near)).id);
    expect(done).toMatchObject({ state: 'DONE', reason: 'The key was wrong.', attempts: 3, applied: 3, account: { name: expect.any(String) } });
    expect(await resultOf(...right)).toMatchObject({ raw: 3, passed: false, success: 'failed' });
    const result = await resultOf(...wrong);
    expect(result).toMatchObject({ raw: 4, passed: true, success: 'passed' });
    expect(result.items.find(({ item }) => item === 'item-0')).toMatchObject({ correction: 'key', score: { outcome: 'correct' } });
    expect(await stakes()).toMatchObject([{ turned: 'LOST', learner: { name: 'Right by the key' }, regrade: { reason: 'The key was wrong.' } }, { turned: 'WON', learner: { name: 'Right in truth' } }]);
    const acknowledge = 'mutation ($stake: ID!) { acknowledgePassAtStake(stake: $stake, note: "Spoke with her.") { note acknowledgedAt } }';
    for (const { id } of await stakes()) {
      expect((await stranger.ask(acknowledge, { stake: id })).errors[0]?.extensions.code).toBe('NOT_FOUND');
      await admin.must(acknowledge, { stake: id });
    }
    expect(await stakes()).toEqual([]);
    expect((await admin.ask(previewMutation, { input: { version, item: 'item-0', change: 'KEY', ...near } })).errors[0]?.extensions.code).toBe('NOTHING_TO_REGRADE');
  });

  test('counts by the new one for whoever submits from now on', async () => {
    const { id } = await take(right[0], { essay: null, 'item-0': 'opt-near' });
    const result = await resultOf(right[0], id);
    expect(result).toMatchObject({ raw: 2, max: 6 });
    expect(result.items.find(({ item }) => item === 'item-0')).toMatchObject({ correction: 'key', score: { outcome: 'correct' } });
  });

  test('taken back by another regrade, all is as it was', async () => {
    await regrade((await preview('AS_PUBLISHED')).id, 'It was right after all.');
    expect(await resultOf(...right)).toMatchObject({ raw: 4, passed: true, success: 'passed' });
    expect(await resultOf(...wrong)).toMatchObject({ raw: 3, passed: false });
    const { regrades } = await admin.must<{ regrades: { nodes: Regrade[] } }>('query ($course: ID!) { regrades(course: $course, item: "item-0") { nodes { change reason passesLost } } }', { course: room.courseId });
    expect(regrades.nodes).toMatchObject([{ change: 'AS_PUBLISHED', reason: 'It was right after all.' }, { change: 'KEY', reason: 'The key was wrong.', passesLost: 1 }]);
  });
});

test('an item that is left out leaves raw and max; full marks go to those who left it unanswered too, and nothing waits for graders', async () => {
  const learner = await join('Lea');
  const { id } = await take(learner, { 'item-0': null });
  await regrade((await preview('DROP')).id);
  expect(await resultOf(learner, id)).toMatchObject({ raw: 1, max: 5, pending: true, waiting: 1 });
  await regrade((await preview('FULL_MARKS')).id);
  expect(await resultOf(learner, id)).toMatchObject({ raw: 2, max: 6, pending: true });
  await regrade((await preview('DROP', { item: 'essay' })).id);
  expect(await resultOf(learner, id)).toMatchObject({ raw: 2, max: 2, pending: false, waiting: 0, passed: true });
  expect(await counts(admin, queueOf(room))).toMatchObject({ waiting: 0 });
  await regrade((await preview('AS_PUBLISHED', { item: 'essay' })).id);
  expect(await counts(admin, queueOf(room))).toMatchObject({ waiting: 1 });
  await regrade((await preview('AS_PUBLISHED')).id);
});

test('an attempt that is open when its learner is moved to another version is submitted, and scored by the key that holds', async () => {
  const learner = await join('Mover');
  const { id } = await start(learner, 'final');
  await send(learner, answer(id, 'item-0', 'opt-near'), answer(id, 'item-1', 'opt-right'));
  await regrade((await preview('KEY', near)).id);
  await admin.must('mutation ($enrolments: [ID!]!, $version: ID!) { moveEnrolments(enrolments: $enrolments, version: $version) { id } }', { enrolments: [learner.enrolment], version: room.version });
  const result = await resultOf(learner, id);
  expect(result).toMatchObject({ raw: 2, max: 6 });
  expect(result.items.find(({ item }) => item === 'item-0')).toMatchObject({ correction: 'key', score: { outcome: 'correct' } });
  await regrade((await preview('AS_PUBLISHED')).id, 'It was right after all.');
  expect(await resultOf(learner, id)).toMatchObject({ raw: 1 });
});

test('whoever regrades sees the item with its key and what holds for it; nobody else does', async () => {
  const query = 'query ($version: ID!, $item: ID!) { regradeItem(version: $version, item: $item) { item change key } }';
  const held = async () => (await admin.must<{ regradeItem: { item: { key: unknown }; change: string; key: unknown } }>(query, { version, item: 'item-0' })).regradeItem;
  expect(await held()).toMatchObject({ item: { id: 'item-0', key: { correct: 'opt-right' } }, change: 'AS_PUBLISHED', key: null });
  await regrade((await preview('KEY', near)).id);
  expect(await held()).toMatchObject({ item: { key: { correct: 'opt-right' } }, change: 'KEY', key: near.key });
  await regrade((await preview('DROP')).id);
  expect(await held()).toMatchObject({ change: 'DROP', key: null });
  await regrade((await preview('AS_PUBLISHED')).id);
  expect((await stranger.ask(query, { version, item: 'item-0' })).errors[0]?.extensions.code).toBe('NOT_FOUND');
  expect((await admin.ask(query, { version, item: 'item-none' })).errors[0]?.extensions.code).toBe('NOT_FOUND');
  const { client } = await member(server, room, 'LEARNER', 'Curious');
  expect((await client.ask(query, { version, item: 'item-0' })).errors[0]?.extensions.code).toBe('FORBIDDEN');
});

test('a key that does not fit is refused with its place, and strangers learn of nothing', async () => {
  expect((await admin.ask(previewMutation, { input: { version, item: 'item-0', change: 'KEY', key: { correct: 'opt-none' } } })).errors[0]?.extensions).toEqual({ code: 'KEY_INVALID', path: ['input', 'key', 'correct'] });
  expect((await admin.ask(previewMutation, { input: { version, item: 'essay', change: 'KEY', key: {} } })).errors[0]?.extensions.code).toBe('KEY_INVALID');
  const seen = await preview('DROP');
  expect((await stranger.ask(previewMutation, { input: { version, item: 'item-0', change: 'DROP' } })).errors[0]?.extensions.code).toBe('NOT_FOUND');
  expect((await stranger.ask(regradeMutation, { preview: seen.id, reason: 'Because.' })).errors[0]?.extensions.code).toBe('NOT_FOUND');
  expect((await stranger.ask('query ($id: ID!) { regrade(id: $id) { id } }', { id: seen.id })).errors[0]?.extensions.code).toBe('NOT_FOUND');
});

test('a regrade whose server is killed in the middle leaves no attempt half regraded, and the next server ends it', async () => {
  const item = 'item-1';
  const attempts = await manyAttempts(12, 8);
  const { id } = await preview('FULL_MARKS', { item });
  const child = await anotherProcess();
  const there = new Client(child.url);
  await there.must('mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { roles } }', { ...administrator });
  const running = there.ask(regradeMutation, { preview: id, reason: 'To be killed.' }).catch(() => null);
  const applied = async (client: Client) => (await client.must<{ regrade: { applied: number; state: string } }>('query ($id: ID!) { regrade(id: $id) { applied state } }', { id })).regrade;
  // Looked at in the table: asking this server for it would make it take over.
  const done = async () => Number((await server.app.get(Database).read.query<{ n: string }[]>(`SELECT COUNT(*) AS n FROM grading_regrade_attempt WHERE regrade_id = '${id}' AND applied_at IS NOT NULL`))[0]?.n);
  while (await done() === 0) await new Promise((resolve) => setTimeout(resolve, 2));
  await child.killed();
  await running;
  const half = await done();
  expect(half).toBeGreaterThan(0);
  expect(half).toBeLessThan(attempts);
  await expectWhole(item);

  const after = await createServer(readConfig({ ...server.database.env, PORT: '0', NODE_ENV: 'test', LOG_LEVEL: 'silent' }));
  try {
    while ((await applied(admin)).state !== 'DONE') await new Promise((resolve) => setTimeout(resolve, 20));
    await expectWhole(item);
    const raw = await server.app.get(Database).read.query<{ raw: number }[]>(`SELECT DISTINCT raw FROM learning_response WHERE item_id = '${item}' AND attempt_id <> '' AND enrolment_id IN (SELECT enrolment_id FROM grading_regrade_attempt WHERE regrade_id = '${id}')`);
    expect(raw.map((row) => row.raw)).toEqual([1]);
  } finally {
    await after.close();
  }
}, 120_000);

/** Each attempt's total is the sum of its answers. */
async function expectWhole(item: string): Promise<void> {
  const torn = await server.app.get(Database).read.query<object[]>(`SELECT a.id FROM learning_attempt a JOIN learning_response r ON r.enrolment_id = a.enrolment_id AND r.attempt_id = a.id WHERE a.submitted_at IS NOT NULL
    AND a.id IN (SELECT attempt_id FROM learning_response WHERE item_id = '${item}') GROUP BY a.id, a.raw HAVING ABS(SUM(r.raw) - a.raw) > 0.001`);
  expect(torn).toEqual([]);
}

/** Unanswered attempts, submitted by learners one after another, learners side by side. */
async function manyAttempts(learners: number, each: number): Promise<number> {
  const service = server.app.get(AttemptsService);
  const people = await Promise.all(Array.from({ length: learners }, async (_, of) => {
    const account = await server.app.get(IdentityService).invite(room.system, { email: `${uuid()}@example.org`, name: `Many ${of}`, roles: ['LEARNER'] });
    const row = await server.app.get(EnrolmentsService).enrol(room.system, { accountId: account.id, courseVersionId: version, cohortId: cohort });
    return { actor: Actor.account(account.id, room.system.organisationId, ['LEARNER']), enrolment: row.id };
  }));
  await Promise.all(people.map(async ({ enrolment, actor: { accountId, organisationId } }) => {
    for (let times = 0; times < each; times++) {
      const actor = Actor.account(accountId, organisationId, ['LEARNER']);
      const { id } = await service.start(actor, enrolment, 'final', uuid());
      await service.submit(actor, enrolment, id);
    }
  }));
  return learners * each;
}

/** The built server in a process of its own, which can be killed. */
async function anotherProcess(): Promise<{ url: string; killed: () => Promise<void> }> {
  const env = { ...process.env, ...server.database.env, PORT: '0', NODE_ENV: 'test', LOG_LEVEL: 'silent', NODE_OPTIONS: '' };
  const child: ChildProcess = spawn(process.execPath, ['apps/server/dist/main.js'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error('the server did not start')));
    if (child.stdout !== null) createInterface(child.stdout).on('line', (line) => { const found = /open at (http:\/\/\S+)/.exec(line)?.[1]; if (found !== undefined) resolve(found); });
  });
  return { url, killed: () => new Promise((resolve) => { child.once('exit', () => resolve()); child.kill('SIGKILL'); }) };
}
