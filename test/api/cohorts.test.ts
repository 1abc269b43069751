import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { administrator, type Client, startServer, type TestServer } from './server.js';

let server: TestServer;
let coordinator: Client;
let cohort: string;
let version: string;
beforeAll(async () => {
  server = await startServer({ COURSES_DIR: resolve('test/fixtures') });
  coordinator = await server.signedIn(administrator.email);
  ({ publishCourse: { id: version } } = await coordinator.must<{ publishCourse: { id: string } }>('mutation { publishCourse(slug: "course-small") { id } }'));
  ({ createCohort: { id: cohort } } = await coordinator.must<{ createCohort: { id: string } }>(
    'mutation ($input: CreateCohortInput!) { createCohort(input: $input) { id } }', { input: { name: 'Spring', courseVersion: version, startsOn: '2026-03-01', endsOn: '2026-06-30', timeZone: 'America/Denver' } }));
  for (const [index, name] of ['Ana', '=HYPERLINK("x")', 'Bo'].entries()) {
    const { inviteAccount } = await coordinator.must<{ inviteAccount: { id: string } }>(
      'mutation ($input: InviteAccountInput!) { inviteAccount(input: $input) { id } }', { input: { name, email: `l${index}@example.org`, roles: ['LEARNER'], password: administrator.password } });
    await coordinator.must('mutation ($input: EnrolInput!) { enrol(input: $input) { id dueOn cohort { name } } }', { input: { account: inviteAccount.id, cohort } });
  }
});
afterAll(() => server.close());

const create = 'mutation ($input: CreateCohortInput!) { createCohort(input: $input) { id } }';
const learners = `query ($id: ID!, $first: Int!, $after: String, $sort: LearnerSort!, $descending: Boolean!, $search: String) {
  cohort(id: $id) { learners(first: $first, after: $after, sort: $sort, descending: $descending, search: $search) {
    totalCount pageInfo { hasNextPage endCursor } nodes { account { name } status fraction enrolment { id dueOn } } } } }`;

describe('a coordinator', () => {
  test('sees how many learners there are, and that none has started', async () => {
    const { cohort: found } = await coordinator.must<{ cohort: { summary: object } }>('query ($id: ID!) { cohort(id: $id) { summary { learners notStarted completed passed } } }', { id: cohort });
    expect(found.summary).toEqual({ learners: 3, notStarted: 3, completed: 0, passed: 0 });
  });

  test('pages through the learners by name, forwards and backwards, and meets each once', async () => {
    for (const descending of [false, true]) {
      const names: string[] = [];
      let after: string | null = null;
      do {
        const answer: { cohort: { learners: { nodes: { account: { name: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } } =
          await coordinator.must(learners, { id: cohort, first: 1, after, sort: 'NAME', descending });
        names.push(...answer.cohort.learners.nodes.map((row) => row.account.name));
        after = answer.cohort.learners.pageInfo.hasNextPage ? answer.cohort.learners.pageInfo.endCursor : null;
      } while (after !== null);
      expect(descending ? names.toReversed() : names).toEqual(['=HYPERLINK("x")', 'Ana', 'Bo']);
    }
  });

  test('finds somebody by part of an address', async () => {
    const { cohort: found } = await coordinator.must<{ cohort: { learners: { totalCount: number } } }>(learners, { id: cohort, first: 10, sort: 'NAME', descending: false, search: 'L2@' });
    expect(found.learners.totalCount).toBe(1);
  });

  test('a learner has the last day of her cohort as her due day', async () => {
    const { cohort: found } = await coordinator.must<{ cohort: { learners: { nodes: { enrolment: { dueOn: string } }[] } } }>(learners, { id: cohort, first: 1, sort: 'NAME', descending: false });
    expect(found.learners.nodes[0]?.enrolment.dueOn).toBe('2026-06-30');
  });

  test('exports the table as CSV that starts no formula', async () => {
    const response = await coordinator.fetch(`/cohorts/${cohort}/learners.csv`);
    expect(response.headers.get('content-type')).toContain('text/csv');
    const text = await response.text();
    expect(text).toContain('"\'=HYPERLINK(""x"")"');
    expect(text.trim().split('\r\n')).toHaveLength(4);
  });

  test.each([
    [{ name: ' ', courseVersion: 'x' }, 'BAD_INPUT', ['input', 'name']],
    [{ name: 'A', courseVersion: 'x', startsOn: '2026-02-30' }, 'BAD_INPUT', ['input', 'startsOn']],
    [{ name: 'A', courseVersion: 'x', timeZone: 'Mars/Olympus' }, 'BAD_INPUT', ['input', 'timeZone']],
    [{ name: 'A', courseVersion: 'x', startsOn: '2026-03-02', endsOn: '2026-03-01' }, 'DATES_REVERSED', ['input', 'endsOn']],
    [{ name: 'A', courseVersion: '01930000-0000-7000-8000-000000000000' }, 'NOT_FOUND', ['input', 'courseVersion']],
  ])('is told which field of a new cohort is wrong: %j', async (input, code, path) => {
    expect((await coordinator.ask(create, { input })).errors[0]?.extensions).toEqual({ code, path });
  });

  test('sees the items of the version with counts of each option', async () => {
    const answer = await coordinator.must<{ courseVersion: { itemStatistics: { nodes: { answered: number; facility: number | null; options: object[] }[] }; units: { learnersHere: number; lessons: { completedBy: number }[] }[]; packageOptions: { standards: { standard: string }[] } } }>(
      'query ($id: ID!) { courseVersion(id: $id) { itemStatistics(first: 100) { nodes { answered facility item { id kind view } options { id label count correct } } } units { learnersHere lessons { completedBy } } packageOptions { standards { standard label url } } } }', { id: version });
    expect(answer.courseVersion.itemStatistics.nodes.length).toBeGreaterThan(5);
    expect(answer.courseVersion.itemStatistics.nodes[0]).toMatchObject({ answered: 0, facility: null });
    expect(answer.courseVersion.units[0]).toMatchObject({ learnersHere: 0, lessons: expect.arrayContaining([{ completedBy: 0 }]) });
    expect(answer.courseVersion.packageOptions.standards.map(({ standard }) => standard)).toEqual(['scorm-1.2', 'scorm-2004-2', 'scorm-2004-3', 'scorm-2004-4', 'cmi5', 'site']);
  });

  test('opens one item by itself, and an item of no such id is an empty list', async () => {
    const one = 'query ($id: ID!, $item: ID!) { courseVersion(id: $id) { itemStatistics(item: $item) { totalCount nodes { answered item { id } } } } }';
    const { courseVersion: { itemStatistics: { nodes: [, second] } } } = await coordinator.must<{ courseVersion: { itemStatistics: { nodes: { item: { id: string } }[] } } }>('query ($id: ID!) { courseVersion(id: $id) { itemStatistics(first: 2) { nodes { item { id } } } } }', { id: version });
    expect(await coordinator.must(one, { id: version, item: second?.item.id })).toEqual({ courseVersion: { itemStatistics: { totalCount: 1, nodes: [{ answered: 0, item: { id: second?.item.id } }] } } });
    expect(await coordinator.must(one, { id: version, item: 'no-such-item' })).toEqual({ courseVersion: { itemStatistics: { totalCount: 0, nodes: [] } } });
  });

  test('downloads the package as a zip with a name that says what it is', async () => {
    const response = await coordinator.fetch(`/packages/${version}/scorm-1.2.zip`);
    expect(response.headers.get('content-disposition')).toMatch(/attachment; filename="lighthouse-.*scorm-1\.2\.zip"/);
    expect(Buffer.from(await response.arrayBuffer()).subarray(0, 2).toString()).toBe('PK');
    expect((await coordinator.fetch(`/packages/${version}/scorm-9.zip`)).status).toBe(404);
  });
});

test('a learner sees neither cohorts nor packages nor the preview with its keys', async () => {
  const learner = await server.signedIn('l0@example.org');
  expect((await learner.ask('{ cohorts { totalCount } }')).errors[0]?.extensions.code).toBe('FORBIDDEN');
  for (const path of [`/packages/${version}/scorm-1.2.zip`, `/cohorts/${cohort}/learners.csv`, `/preview/${version}/`]) expect((await learner.fetch(path)).status).toBe(403);
});

interface Settings { revision: number; name: string; endsOn: string | null; capacity: number | null; facilitators: { name: string }[] }
const update = `mutation ($cohort: ID!, $revision: Int!, $input: UpdateCohortInput!) { updateCohort(cohort: $cohort, revision: $revision, input: $input) { revision name endsOn capacity price discussionUrl facilitators { name } } }`;

describe('the settings of a cohort', () => {
  let other: Client;
  let staffId: string;
  let room: string;
  const make = async (name: string, input: object = {}): Promise<string> => (await coordinator.must<{ createCohort: { id: string } }>(create, { input: { name, courseVersion: version, startsOn: '2026-03-01', endsOn: '2026-06-30', timeZone: 'America/Denver', ...input } })).createCohort.id;
  const save = (by: Client, revision: number, input: object) => by.ask(update, { cohort: room, revision, input });
  beforeAll(async () => {
    ({ inviteAccount: { id: staffId } } = await coordinator.must<{ inviteAccount: { id: string } }>('mutation ($input: InviteAccountInput!) { inviteAccount(input: $input) { id } }', { input: { name: 'Carla Ortiz', email: 'carla@example.org', roles: ['COORDINATOR'], password: administrator.password } }));
    other = await server.signedIn('carla@example.org');
    room = await make('Autumn');
    for (const email of ['keeps@example.org', 'own@example.org']) await coordinator.must('mutation ($input: EnrolInput!) { enrol(input: $input) { id } }', { input: { email, name: email, cohort: room, ...(email.startsWith('own') ? { dueOn: '2026-08-01' } : {}) } });
  });

  test('two coordinators at once: the second is told who changed what, nothing of hers is saved, and her second try is', async () => {
    expect((await save(other, 1, { name: 'Autumn, evenings', endsOn: '2026-07-15', facilitators: [staffId] })).data?.['updateCohort']).toMatchObject({ revision: 2, facilitators: [{ name: 'Carla Ortiz' }] });
    const refused = await save(coordinator, 1, { name: 'Autumn, mornings', capacity: 12 });
    expect(refused.errors[0]).toMatchObject({ extensions: { code: 'STALE_REVISION', path: ['revision'] }, message: expect.stringMatching(/^Carla Ortiz changed the name, the last day and who leads it of this cohort at \d\d:\d\d UTC on .*Nothing of yours was saved/) });
    const { cohort: found } = await coordinator.must<{ cohort: Settings & { changes: { nodes: { by: { name: string }; changes: object[] }[] } } }>('query ($id: ID!) { cohort(id: $id) { revision name capacity changes { nodes { revision by { name } changes { field before after } } } } }', { id: room });
    expect(found).toMatchObject({ revision: 2, name: 'Autumn, evenings', capacity: null });
    expect(found.changes.nodes[0]).toMatchObject({ by: { name: 'Carla Ortiz' }, changes: [{ field: 'name', before: 'Autumn', after: 'Autumn, evenings' }, { field: 'endsOn', before: '2026-06-30', after: '2026-07-15' }, { field: 'facilitators', before: null, after: 'Carla Ortiz' }] });
    expect((await save(coordinator, 2, { capacity: 12, price: '$ 400', discussionUrl: 'https://talk.example.org/autumn' })).data?.['updateCohort']).toMatchObject({ revision: 3, name: 'Autumn, evenings', capacity: 12, price: '$ 400' });
  });

  test('of ten at the same moment exactly one is saved', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => save(n % 2 === 0 ? coordinator : other, 3, { name: `Try ${n}` })));
    expect(answers.map(({ errors }) => errors[0]?.extensions.code ?? 'saved').toSorted()).toEqual([...Array.from({ length: 9 }, () => 'STALE_REVISION'), 'saved']);
  });

  test('a new last day is the due day of who had the old one, and of nobody else', async () => {
    const { cohort: found } = await coordinator.must<{ cohort: { learners: { nodes: { enrolment: { dueOn: string } }[] } } }>(learners, { id: room, first: 10, sort: 'NAME', descending: false });
    expect(found.learners.nodes.map(({ enrolment }) => enrolment.dueOn)).toEqual(['2026-07-15', '2026-08-01']);
  });

  test.each([
    [{ name: '' }, 'BAD_INPUT', ['input', 'name']],
    [{ capacity: 0 }, 'BAD_INPUT', ['input', 'capacity']],
    [{ discussionUrl: 'javascript:alert(1)' }, 'BAD_INPUT', ['input', 'discussionUrl']],
    [{ startsOn: '2026-12-01' }, 'DATES_REVERSED', ['input', 'endsOn']],
    [{ facilitators: ['01930000-0000-7000-8000-000000000000'] }, 'NOT_STAFF', ['input', 'facilitators', '0']],
  ])('a wrong one is refused by its name: %j', async (input, code, path) => {
    expect((await save(coordinator, 4, input)).errors[0]?.extensions).toEqual({ code, path });
  });

  test('archived, it is off the list, can be read and not changed; and opens again', async () => {
    const listed = async (archived: boolean) => (await coordinator.must<{ cohorts: { nodes: { id: string }[] } }>('query ($archived: Boolean!) { cohorts(first: 100, archived: $archived) { nodes { id } } }', { archived })).cohorts.nodes.some(({ id }) => id === room);
    await coordinator.must('mutation ($cohort: ID!) { archiveCohort(cohort: $cohort) { archivedAt } }', { cohort: room });
    expect([await listed(false), await listed(true)]).toEqual([false, true]);
    expect((await save(coordinator, 5, { name: 'No' })).errors[0]?.extensions.code).toBe('COHORT_ARCHIVED');
    expect((await coordinator.ask('mutation ($input: EnrolInput!) { enrol(input: $input) { id } }', { input: { email: 'late@example.org', name: 'Late', cohort: room } })).errors[0]?.extensions.code).toBe('COHORT_ARCHIVED');
    await coordinator.must('mutation ($cohort: ID!) { unarchiveCohort(cohort: $cohort) { archivedAt } }', { cohort: room });
    expect([await listed(false), await listed(true)]).toEqual([true, false]);
  });

  test('a learner changes none', async () => {
    const learner = await server.signedIn('l0@example.org');
    expect((await save(learner, 6, { name: 'Mine' })).errors[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('a cohort with two places', () => {
  let room: string;
  const ask = (email: string) => coordinator.must<{ enrolOrWait: { enrolment: { id: string } | null; waiting: { id: string; position: number } | null } }>('mutation ($input: EnrolInput!) { enrolOrWait(input: $input) { enrolment { id } waiting { id position } } }', { input: { email, name: email, cohort: room } });
  const state = async () => (await coordinator.must<{ cohort: { placesTaken: number; revision: number; learners: { nodes: { account: { email: string }; enrolment: { id: string } }[] }; waiting: { nodes: { id: string; position: number; account: { email: string } }[] }; withdrawn: { nodes: { id: string }[] } } }>(
    'query ($id: ID!) { cohort(id: $id) { placesTaken revision learners(first: 50) { nodes { account { email } enrolment { id } } } waiting { nodes { id position account { email } } } withdrawn { nodes { id } } } }', { id: room })).cohort;
  const people = (nodes: { account: { email: string } }[]) => nodes.map(({ account }) => account.email.split('@')[0]);
  beforeAll(async () => {
    ({ createCohort: { id: room } } = await coordinator.must<{ createCohort: { id: string } }>(create, { input: { name: 'Small', courseVersion: version, endsOn: '2026-06-30' } }));
    await coordinator.must(update, { cohort: room, revision: 1, input: { capacity: 2 } });
  });

  test('eight who ask at the same moment: two have a place, the others wait, each at a place of her own', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => ask(`w${n}@example.org`)));
    expect(answers.filter(({ enrolOrWait }) => enrolOrWait.enrolment !== null)).toHaveLength(2);
    const { placesTaken, waiting } = await state();
    expect([placesTaken, waiting.nodes.map(({ position }) => position)]).toEqual([2, [1, 2, 3, 4, 5, 6]]);
  });

  test('enrolling without waiting is refused, and so is waiting twice', async () => {
    expect((await coordinator.ask('mutation ($input: EnrolInput!) { enrol(input: $input) { id } }', { input: { email: 'late@example.org', name: 'Late', cohort: room } })).errors[0]?.extensions.code).toBe('COHORT_FULL');
    const [next] = (await state()).waiting.nodes;
    expect((await coordinator.ask('mutation ($input: EnrolInput!) { enrolOrWait(input: $input) { waiting { id } } }', { input: { email: next?.account.email, cohort: room } })).errors[0]).toMatchObject({ message: 'This person is number 1 on the waiting list already.', extensions: { code: 'ALREADY_WAITING' } });
  });

  test('a place that frees goes to who waits longest; undoing it needs a free place; her progress is there still', async () => {
    const before = await state();
    const gone = before.learners.nodes[0]?.enrolment.id ?? '';
    await coordinator.must('mutation ($id: ID!) { withdrawLearner(enrolment: $id) { id } }', { id: gone });
    const after = await state();
    expect(people(after.learners.nodes)).toContain(people(before.waiting.nodes)[0]);
    expect([after.placesTaken, after.waiting.nodes.length, after.withdrawn.nodes]).toEqual([2, 5, [{ id: gone }]]);
    expect((await coordinator.ask('mutation ($id: ID!) { restoreLearner(enrolment: $id) { id } }', { id: gone })).errors[0]?.extensions.code).toBe('COHORT_FULL');
    await coordinator.must(update, { cohort: room, revision: after.revision, input: { fills: 'STAFF', capacity: 4 } });
    const [, second] = after.waiting.nodes;
    await coordinator.must('mutation ($id: ID!) { admitWaiting(waiting: $id) { id } }', { id: second?.id });
    await coordinator.must('mutation ($id: ID!) { restoreLearner(enrolment: $id) { id } }', { id: gone });
    const last = await state();
    expect([last.placesTaken, last.waiting.nodes.map(({ position }) => position), last.withdrawn.nodes]).toEqual([4, [1, 2, 3, 4], []]);
    expect(people(last.waiting.nodes)).toEqual(people(after.waiting.nodes).filter((_, index) => index !== 1));
  });

  test('more places are given at once, where the first in line has them', async () => {
    const { revision } = await state();
    await coordinator.must(update, { cohort: room, revision, input: { fills: 'FIRST', capacity: 6 } });
    expect(await state()).toMatchObject({ placesTaken: 6, waiting: { nodes: [{ position: 1 }, { position: 2 }] } });
  });

  test('a learner sees where she waits and can leave the line; withdrawn, nothing more is recorded', async () => {
    const inviting = await coordinator.must<{ inviteAccount: { id: string } }>('mutation ($input: InviteAccountInput!) { inviteAccount(input: $input) { id } }', { input: { name: 'Wanda', email: 'wanda@example.org', roles: ['LEARNER'], password: administrator.password } });
    await coordinator.must('mutation ($input: EnrolInput!) { enrolOrWait(input: $input) { waiting { id } } }', { input: { account: inviting.inviteAccount.id, cohort: room } });
    const wanda = await server.signedIn('wanda@example.org');
    const mine = async () => (await wanda.must<{ viewer: { waitingPlaces: { id: string; position: number; cohort: { name: string } }[]; enrolments: { nodes: { id: string }[] } } }>('{ viewer { waitingPlaces { id position cohort { name } } enrolments { nodes { id } } } }')).viewer;
    expect((await mine()).waitingPlaces).toMatchObject([{ position: 3, cohort: { name: 'Small' } }]);
    await wanda.must('mutation ($id: ID!) { stopWaiting(waiting: $id) }', { id: (await mine()).waitingPlaces[0]?.id });
    expect((await mine()).waitingPlaces).toEqual([]);
    const { revision } = await state();
    await coordinator.must(update, { cohort: room, revision, input: { capacity: null } });
    const id = (await ask('wanda@example.org')).enrolOrWait.enrolment?.id ?? '';
    const opened = () => wanda.must<{ recordEvents: { accepted: string[]; rejected: { code: string }[] } }>('mutation ($id: ID!, $events: [TrackingEventInput!]!) { recordEvents(enrolment: $id, events: $events) { accepted rejected { code } } }', { id, events: [{ id: v7(), type: 'launched', at: new Date().toISOString(), session: v7(), resumed: false }] });
    expect((await opened()).recordEvents.accepted).toHaveLength(1);
    await coordinator.must('mutation ($id: ID!) { withdrawLearner(enrolment: $id) { id } }', { id });
    expect((await opened()).recordEvents.rejected).toMatchObject([{ code: 'WITHDRAWN' }]);
    expect((await mine()).enrolments.nodes).toEqual([]);
  });
});
