import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { administrator, type Client, startServer, type TestServer } from './server.js';

interface Outline { units: { id: string; title: string; opening?: { on: string | null; after: string | null }; lessons: { id: string }[]; assessment: { id: string } | null }[] }
interface Found { outline: Outline; openings: { unit: string; open: boolean; opensOn: string | null; after: string | null }[]; next: { kind: string; title: string; opensOn: string | null; lessonId: string | null } | null; searchText: { id: string }[] }

let server: TestServer;
let coordinator: Client;
let learner: Client;
let account: string;
let version: string;
const day = (after: number): string => new Date(Date.now() + after * 86_400_000).toISOString().slice(0, 10);
beforeAll(async () => {
  server = await startServer({ COURSES_DIR: resolve('test/fixtures') });
  coordinator = await server.signedIn(administrator.email);
  ({ publishCourse: { id: version } } = await coordinator.must<{ publishCourse: { id: string } }>('mutation { publishCourse(slug: "course-small") { id } }'));
  ({ inviteAccount: { id: account } } = await coordinator.must<{ inviteAccount: { id: string } }>('mutation ($input: InviteAccountInput!) { inviteAccount(input: $input) { id } }', { input: { name: 'Ana', email: 'ana@example.org', roles: ['LEARNER'], password: administrator.password } }));
  learner = await server.signedIn('ana@example.org');
});
afterAll(() => server.close());

const cohortOf = async (input: object): Promise<string> => (await coordinator.must<{ createCohort: { id: string } }>('mutation ($input: CreateCohortInput!) { createCohort(input: $input) { id } }', { input: { name: 'A cohort', courseVersion: version, ...input } })).createCohort.id;
const enrolled = async (cohort: string): Promise<string> => (await coordinator.must<{ enrol: { id: string } }>('mutation ($input: EnrolInput!) { enrol(input: $input) { id } }', { input: { account, cohort } })).enrol.id;
const revisionOf = async (cohort: string): Promise<number> => (await coordinator.must<{ cohort: { revision: number } }>('query ($cohort: ID!) { cohort(id: $cohort) { revision } }', { cohort })).cohort.revision;
const release = async (cohort: string, kind: string, opensOn: object[] = []) => coordinator.ask('mutation ($cohort: ID!, $revision: Int!, $kind: ReleaseKind!, $opensOn: [UnitDayInput!]!) { setCohortRelease(cohort: $cohort, revision: $revision, kind: $kind, opensOn: $opensOn) { release { kind units { opensOn } } } }', { cohort, revision: await revisionOf(cohort), kind, opensOn });
const seen = async (enrolment: string, by: Client = learner): Promise<Found> => (await by.must<{ enrolment: Found }>('query ($id: ID!) { enrolment(id: $id) { outline searchText openings { unit open opensOn after } next { kind title opensOn lessonId } } }', { id: enrolment })).enrolment;
const lesson = (enrolment: string, id: string, by: Client = learner) => by.ask('query ($enrolment: ID!, $id: ID!) { enrolment(id: $enrolment) { lesson(id: $id) } }', { enrolment, id });
const send = async (enrolment: string, ...events: object[]) => (await learner.must<{ recordEvents: { accepted: string[]; rejected: { code: string; message: string }[] } }>('mutation ($enrolment: ID!, $events: [TrackingEventInput!]!) { recordEvents(enrolment: $enrolment, events: $events) { accepted rejected { code message } } }',
  { enrolment, events: events.map((event) => ({ id: v7(), at: new Date().toISOString(), session: v7(), ...event })) })).recordEvents;
const begin = (enrolment: string, assessment: string) => learner.ask('mutation ($enrolment: ID!, $assessment: ID!, $attempt: ID!) { startAttempt(enrolment: $enrolment, assessment: $assessment, attempt: $attempt) { id } }', { enrolment, assessment, attempt: v7() });

describe('a unit that opens on a day', () => {
  let cohort: string;
  let enrolment: string;
  let outline: Outline;
  beforeAll(async () => {
    cohort = await cohortOf({ startsOn: day(-1), timeZone: 'UTC' });
    enrolment = await enrolled(cohort);
    ({ outline } = await seen(enrolment));
    await send(enrolment, { type: 'acknowledged' });
  });

  test('is closed until then: neither read, searched, reported nor assessed, and its day is said', async () => {
    const [first, second] = outline.units;
    expect((await release(cohort, 'WEEKLY')).data).toMatchObject({ setCohortRelease: { release: { kind: 'WEEKLY', units: [{ opensOn: day(-1) }, { opensOn: day(6) }] } } });
    const opens = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(day(6)));
    const refused = { code: 'NOT_RELEASED', message: `This part of the course opens on ${opens}.` };
    const closed = second?.lessons[0]?.id ?? '';
    expect((await send(enrolment, { type: 'lesson-opened', lesson: closed }, { type: 'lesson-opened', lesson: first?.lessons[0]?.id })).rejected).toEqual([refused]);
    expect((await lesson(enrolment, closed)).errors[0]).toMatchObject({ message: refused.message, extensions: { code: refused.code } });
    expect((await begin(enrolment, second?.assessment?.id ?? '')).errors[0]?.extensions).toEqual({ code: 'NOT_RELEASED', path: ['assessment'] });
    const now = await seen(enrolment);
    expect(now.outline.units.map(({ opening }) => opening?.on ?? null)).toEqual([null, day(6)]);
    expect(now.openings[1]).toMatchObject({ open: false, opensOn: day(6) });
    expect(now.searchText.map(({ id }) => id)).not.toContain(closed);
  });

  test('is waited for once all that is open is done', async () => {
    const [first, second] = outline.units;
    await send(enrolment, ...first?.lessons.map(({ id }) => ({ type: 'lesson-completed', lesson: id })) ?? []);
    const { data } = await begin(enrolment, first?.assessment?.id ?? '');
    const { startAttempt } = data as { startAttempt: { id: string } };
    await learner.must('mutation ($enrolment: ID!, $attempt: ID!) { submitAttempt(enrolment: $enrolment, attempt: $attempt) { id } }', { enrolment, attempt: startAttempt.id });
    expect((await seen(enrolment)).next).toEqual({ kind: 'wait', title: second?.title, opensOn: day(6), lessonId: null });
  });

  test('is open to staff, and opens to the learner as soon as the first day is moved', async () => {
    const closed = outline.units[1]?.lessons[0]?.id ?? '';
    expect((await lesson(enrolment, closed, coordinator)).errors).toEqual([]);
    await coordinator.must('mutation ($cohort: ID!, $revision: Int!, $input: UpdateCohortInput!) { updateCohort(cohort: $cohort, revision: $revision, input: $input) { id } }', { cohort, revision: await revisionOf(cohort), input: { startsOn: day(-10) } });
    expect((await send(enrolment, { type: 'lesson-opened', lesson: closed })).rejected).toEqual([]);
  });

  test('stays open once it was begun, whatever the rule becomes', async () => {
    const begun = outline.units[1]?.lessons[0]?.id ?? '';
    await release(cohort, 'DATES', [{ unit: outline.units[1]?.id, on: day(30) }]);
    expect((await lesson(enrolment, begun)).errors).toEqual([]);
    expect((await send(enrolment, { type: 'lesson-completed', lesson: begun })).rejected).toEqual([]);
  });
});

describe('a unit that opens after the one before', () => {
  test('opens with its last lesson and its quiz, within one batch too', async () => {
    const cohort = await cohortOf({});
    const enrolment = await enrolled(cohort);
    const { outline: { units: [first, second] } } = await seen(enrolment);
    await release(cohort, 'AFTER_PREVIOUS');
    await send(enrolment, { type: 'acknowledged' });
    const next = { type: 'lesson-opened', lesson: second?.lessons[0]?.id };
    expect((await send(enrolment, next)).rejected).toMatchObject([{ code: 'NOT_RELEASED', message: `This part of the course opens once you have completed “${first?.title}”.` }]);
    const { data } = await begin(enrolment, first?.assessment?.id ?? '');
    await learner.must('mutation ($enrolment: ID!, $attempt: ID!) { submitAttempt(enrolment: $enrolment, attempt: $attempt) { id } }', { enrolment, attempt: (data as { startAttempt: { id: string } }).startAttempt.id });
    expect((await send(enrolment, next)).rejected).toHaveLength(1);
    expect((await send(enrolment, ...first?.lessons.map(({ id }) => ({ type: 'lesson-completed', lesson: id })) ?? [], next)).rejected).toEqual([]);
  });
});

describe('due days', () => {
  const due = (enrolment: string, by: Client = learner) => by.must<{ enrolment: { dueOn: string; deadlines: { part: string; dueOn: string; usualDueOn: string | null; done: boolean; late: boolean }[] } }>('query ($id: ID!) { enrolment(id: $id) { dueOn deadlines { part dueOn usualDueOn done late } } }', { id: enrolment });
  const extend = (enrolment: string, input: object) => coordinator.ask('mutation ($enrolment: ID!, $input: ExtensionInput!) { extendDeadline(enrolment: $enrolment, input: $input) { dueOn extensions { nodes { part before dueOn reason by { name } } } } }', { enrolment, input });

  test('of a cohort, and more time for one person with its reason: she sees the day, staff the history', async () => {
    const cohort = await cohortOf({ endsOn: day(60), timeZone: 'UTC' });
    const enrolment = await enrolled(cohort);
    const { outline: { units: [first] } } = await seen(enrolment);
    const [unit, quiz] = [`unit:${first?.id}`, `assessment:${first?.assessment?.id}`];
    const deadlines = [{ part: unit, dueOn: day(-1) }, { part: quiz, dueOn: day(5) }];
    await coordinator.must('mutation ($cohort: ID!, $revision: Int!, $deadlines: [PartDayInput!]!) { setCohortDeadlines(cohort: $cohort, revision: $revision, deadlines: $deadlines) { revision } }', { cohort, revision: 1, deadlines });
    expect((await due(enrolment)).enrolment.deadlines).toEqual([
      { part: unit, dueOn: day(-1), usualDueOn: null, done: false, late: true }, { part: quiz, dueOn: day(5), usualDueOn: null, done: false, late: false }, { part: '', dueOn: day(60), usualDueOn: null, done: false, late: false },
    ]);
    expect((await extend(enrolment, { part: unit, dueOn: day(9), reason: 'Was ill' })).errors).toEqual([]);
    expect((await extend(enrolment, { dueOn: day(90), reason: 'On leave' })).data).toMatchObject({ extendDeadline: { dueOn: day(90), extensions: { nodes: [{ part: '', before: day(60), dueOn: day(90), reason: 'On leave' }, { part: unit, before: day(-1), reason: 'Was ill', by: { name: expect.any(String) } }] } } });
    const { enrolment: now } = await due(enrolment);
    expect(now.deadlines.map(({ part, dueOn, usualDueOn, late }) => [part, dueOn, usualDueOn, late])).toEqual([[quiz, day(5), null, false], [unit, day(9), day(-1), false], ['', day(90), day(60), false]]);
    expect((await learner.ask('query ($id: ID!) { enrolment(id: $id) { extensions { totalCount } } }', { id: enrolment })).errors[0]?.extensions.code).toBe('FORBIDDEN');
    for (const [input, path] of [[{ dueOn: day(1), reason: ' ' }, 'reason'], [{ dueOn: 'soon', reason: 'x' }, 'dueOn'], [{ part: 'unit:gone', dueOn: day(1), reason: 'x' }, 'part']] as const) expect((await extend(enrolment, input)).errors[0]?.extensions.path).toEqual(['input', path]);
  });
});

test('a cohort made like another has its rule, its due days and its settings, moved as far as its first day, over a change of clocks too', async () => {
  const cohort = await cohortOf({ startsOn: '2026-03-02', endsOn: '2026-03-30', timeZone: 'America/Denver' });
  const { outline: { units: [first, second] } } = await seen(await enrolled(cohort));
  await release(cohort, 'DATES', [{ unit: second?.id, on: '2026-03-09' }]);
  await coordinator.must('mutation ($cohort: ID!, $revision: Int!, $deadlines: [PartDayInput!]!) { setCohortDeadlines(cohort: $cohort, revision: $revision, deadlines: $deadlines) { revision } }', { cohort, revision: await revisionOf(cohort), deadlines: [{ part: `unit:${first?.id}`, dueOn: '2026-03-08' }] });
  await coordinator.must('mutation ($cohort: ID!, $revision: Int!) { updateCohort(cohort: $cohort, revision: $revision, input: { capacity: 7, price: "$ 9" }) { id } }', { cohort, revision: await revisionOf(cohort) });
  const { cloneCohort: made } = await coordinator.must<{ cloneCohort: { deadlines: { dueOn: string | null }[] } }>(
    'mutation ($cohort: ID!, $input: CloneCohortInput!) { cloneCohort(cohort: $cohort, input: $input) { name startsOn endsOn timeZone capacity price revision placesTaken release { kind units { opensOn } } deadlines { dueOn } } }', { cohort, input: { name: 'Next', startsOn: '2026-11-02' } });
  expect(made).toMatchObject({ name: 'Next', startsOn: '2026-11-02', endsOn: '2026-11-30', timeZone: 'America/Denver', capacity: 7, price: '$ 9', revision: 1, placesTaken: 0, release: { kind: 'DATES', units: [{ opensOn: null }, { opensOn: '2026-11-09' }] } });
  expect(made.deadlines.flatMap(({ dueOn }) => dueOn ?? [])).toEqual(['2026-11-08']);
});

test.each([
  ['WEEKLY', [], 'BAD_INPUT', ['kind']],
  ['DATES', [{ unit: 'gone', on: '2026-05-04' }], 'NOT_FOUND', ['opensOn', '0', 'unit']],
  ['DATES', [{ unit: 'gone', on: '2026-02-30' }], 'BAD_INPUT', ['opensOn', '0', 'on']],
])('a rule that cannot be is refused: %s %j', async (kind, opensOn, code, path) => {
  expect((await release(await cohortOf({}), kind, opensOn)).errors[0]?.extensions).toEqual({ code, path });
});
