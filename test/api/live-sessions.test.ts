import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { IdentityService } from '../../apps/server/src/identity/identity.service.js';
import { EnrolmentsService } from '../../apps/server/src/learning/enrolments.service.js';
import { LiveSessionsService } from '../../apps/server/src/live-sessions/live-sessions.service.js';
import { Database } from '../../apps/server/src/platform/database/database.js';
import { Classroom, uuid } from './classroom.js';
import { administrator, type Client, startServer, type TestServer } from './server.js';

let server: TestServer;
let room: Classroom;
let staff: Client;
let stranger: Client;
interface Person { client: Client; account: string; enrolment: string; email: string; name: string }
beforeAll(async () => {
  server = await startServer();
  room = await Classroom.open(server);
  staff = await server.signedIn(administrator.email);
  const other = await Classroom.open(server, 'new');
  const account = await server.app.get(IdentityService).invite(other.system, { email: 'stranger@example.org', name: 'Stranger', roles: ['ADMINISTRATOR'], password: administrator.password });
  stranger = await server.signedIn(account.email);
});
afterAll(() => server.close());

const denver = 'America/Denver';
const minutes = (count: number) => new Date(Date.now() + count * 60_000).toISOString();
const input = (more: object = {}) => ({ title: 'Case discussion', startsAt: minutes(-5), endsAt: minutes(85), timeZone: denver, link: 'https://meet.example.org/room?a=1&b=2', ...more });
const create = 'mutation ($cohort: ID!, $input: LiveSessionInput!, $repeat: RepeatInput) { createLiveSessions(cohort: $cohort, input: $input, repeat: $repeat) { id title startsAt endsAt revision } }';
interface Planned { id: string; title: string; startsAt: string; endsAt: string; revision: number }
const newCohort = async (name = `Cohort ${uuid().slice(-6)}`) => (await staff.must<{ createCohort: { id: string } }>('mutation ($input: CreateCohortInput!) { createCohort(input: $input) { id } }', { input: { name, courseVersion: room.version, timeZone: denver } })).createCohort.id;
const plan = async (cohort: string, more: object = {}, repeat?: object) => (await staff.must<{ createLiveSessions: Planned[] }>(create, { cohort, input: input(more), repeat })).createLiveSessions;
async function planned(cohort: string, more: object = {}): Promise<Planned> {
  const [one] = await plan(cohort, more);
  if (one === undefined) throw new Error('Nothing was planned.');
  return one;
}
async function join(cohort: string, name: string, signIn = true): Promise<Person> {
  const account = await server.app.get(IdentityService).invite(room.system, { email: `${v7()}@example.org`, name, roles: ['LEARNER'], password: administrator.password });
  const row = await server.app.get(EnrolmentsService).enrol(room.system, { accountId: account.id, courseVersionId: room.version, cohortId: cohort });
  return { client: signIn ? await server.signedIn(account.email) : server.client(), account: account.id, enrolment: row.id, email: account.email, name };
}
const code = async (client: Client, query: string, variables: Record<string, unknown>) => (await client.ask(query, variables)).errors[0]?.extensions.code;
const mark = (session: string, marks: object[]) => staff.must('mutation ($session: ID!, $marks: [AttendanceMarkInput!]!) { markAttendance(session: $session, marks: $marks) { id } }', { session, marks });
interface Shown { roll: { totalCount: number; nodes: { accountId: string; name: string; mark: string | null; minutes: number | null; how: string | null }[] }; attended: { present: number; late: number; absent: number; excused: number }; code: { code: string; secondsLeft: number } | null; changes: { nodes: { says: string; about: { name: string } | null; by: { name: string } | null }[] } }
const shown = async (id: string) => (await staff.must<{ liveSession: Shown }>('query ($id: ID!) { liveSession(id: $id) { roll { totalCount nodes { accountId name mark minutes how } } attended { present late absent excused } code { code secondsLeft } changes(first: 50) { nodes { says about { name } by { name } } } } }', { id })).liveSession;
const mine = async (person: Person) => (await person.client.must<{ enrolment: { liveSessions: { nodes: { mark: string | null; session: { id: string; title: string; link: string | null; cancelled: boolean; cancelReason: string | null } }[] } } }>('query ($id: ID!) { enrolment(id: $id) { liveSessions { nodes { mark session { id title link cancelled cancelReason } } } } }', { id: person.enrolment })).enrolment.liveSessions.nodes;

describe('planning', () => {
  test('a weekly series keeps its hour over a change of clocks, and is copied with its days shifted', async () => {
    const cohort = await newCohort();
    const all = await plan(cohort, { title: 'Seminar', startsAt: '2026-10-28T00:00:00Z', endsAt: '2026-10-28T01:30:00Z' }, { times: 3, everyDays: 7 });
    expect(all.map(({ title, startsAt }) => `${title} ${startsAt}`)).toEqual(['Seminar 1 2026-10-28T00:00:00.000Z', 'Seminar 2 2026-11-04T01:00:00.000Z', 'Seminar 3 2026-11-11T01:00:00.000Z']);
    const other = await newCohort();
    expect(await server.app.get(Database).write((manager) => server.app.get(LiveSessionsService).copy(manager, room.system, cohort, other, 14))).toBe(3);
    const { cohort: copied } = await staff.must<{ cohort: { liveSessions: { nodes: Planned[] } } }>('query ($id: ID!) { cohort(id: $id) { liveSessions { nodes { id startsAt revision } } } }', { id: other });
    expect(copied.liveSessions.nodes.map(({ startsAt }) => startsAt)).toEqual(['2026-11-11T01:00:00.000Z', '2026-11-18T01:00:00.000Z', '2026-11-25T01:00:00.000Z']);
  });

  test('says what is wrong with a session, and keeps nothing of it', async () => {
    const cohort = await newCohort();
    const learner = await join(cohort, 'Lea', false);
    const refused = async (more: object) => (await staff.ask(create, { cohort, input: input(more) })).errors[0]?.extensions;
    expect(await refused({ endsAt: minutes(-10) })).toMatchObject({ code: 'SESSION_ENDS_EARLY', path: ['input', 'endsAt'] });
    expect(await refused({ link: 'javascript:alert(1)' })).toMatchObject({ code: 'BAD_INPUT', path: ['input', 'link'] });
    expect(await refused({ timeZone: 'Mars/Olympus' })).toMatchObject({ code: 'BAD_INPUT', path: ['input', 'timeZone'] });
    expect(await refused({ unit: 'no-such-unit' })).toMatchObject({ code: 'NOT_FOUND', path: ['input', 'unit'] });
    expect(await refused({ facilitators: [learner.account] })).toMatchObject({ code: 'NO_FACILITATOR', path: ['input', 'facilitators', '0'] });
    expect(await mine(await join(cohort, 'Mia'))).toEqual([]);
  });

  test('two coordinators do not overwrite each other; the history says who moved and cancelled it; learners see that it was', async () => {
    const cohort = await newCohort();
    const session = await planned(cohort);
    const change = 'mutation ($id: ID!, $revision: Int!, $input: LiveSessionInput!) { changeLiveSession(id: $id, revision: $revision, input: $input) { revision } }';
    await staff.must(change, { id: session.id, revision: 1, input: input({ startsAt: minutes(60), endsAt: minutes(120), place: 'Room 4' }) });
    expect(await code(staff, change, { id: session.id, revision: 1, input: input({ title: 'Mine' }) })).toBe('CONFLICT');
    await staff.must('mutation ($id: ID!) { cancelLiveSession(id: $id, revision: 2, reason: "The speaker is ill.") { cancelled } }', { id: session.id });
    const says = (await shown(session.id)).changes.nodes.map((one) => one.says);
    expect(says).toEqual([expect.stringContaining('Cancelled: The speaker is ill.'), expect.stringMatching(/^Moved from .* to .*America\/Denver.*Room 4/), expect.stringContaining('Planned for')]);
    const learner = await join(cohort, 'Lea');
    expect(await mine(learner)).toMatchObject([{ session: { cancelled: true, cancelReason: 'The speaker is ill.' } }]);
    expect(await code(staff, 'mutation ($session: ID!, $account: ID!) { markAttendance(session: $session, marks: [{ account: $account, mark: PRESENT }]) { id } }', { session: session.id, account: learner.account })).toBe('SESSION_CANCELLED');
    await staff.must('mutation ($id: ID!) { restoreLiveSession(id: $id, revision: 3) { cancelled } }', { id: session.id });
  });

  test('belongs to its organisation alone, and to staff', async () => {
    const cohort = await newCohort();
    const session = await planned(cohort);
    const learner = await join(cohort, 'Lea');
    expect((await stranger.ask('query ($id: ID!) { liveSession(id: $id) { id } }', { id: session.id })).data).toEqual({ liveSession: null });
    for (const [says, variables] of [
      ['changeLiveSession(id: $id, revision: 1, input: { title: "x", startsAt: "2026-12-01T00:00:00Z", endsAt: "2026-12-01T01:00:00Z", timeZone: "UTC" }) { id }', {}], ['cancelLiveSession(id: $id, revision: 1) { id }', {}],
      ['restoreLiveSession(id: $id, revision: 1) { id }', {}], ['markAttendance(session: $id, marks: []) { id }', {}],
    ] as const) {
      expect([says, await code(stranger, `mutation ($id: ID!) { ${says} }`, { id: session.id, ...variables })]).toEqual([says, 'NOT_FOUND']);
      expect([says, await code(learner.client, `mutation ($id: ID!) { ${says} }`, { id: session.id })]).toEqual([says, 'FORBIDDEN']);
    }
    expect(await code(stranger, create, { cohort, input: input() })).toBe('NOT_FOUND');
    expect(await code(learner.client, 'query ($id: ID!) { liveSession(id: $id) { code { code } } }', { id: session.id })).toBe('FORBIDDEN');
  });
});

describe('attendance', () => {
  test('is taken on the roll, and who changed what is kept', async () => {
    const cohort = await newCohort();
    const [ann, bea] = [await join(cohort, 'Ann', false), await join(cohort, 'Bea', false)];
    const session = await planned(cohort);
    await mark(session.id, [{ account: ann.account, mark: 'PRESENT' }, { account: bea.account, mark: 'ABSENT' }]);
    await mark(session.id, [{ account: bea.account, mark: 'EXCUSED' }, { account: ann.account, mark: 'PRESENT' }]);
    const { roll, attended, changes } = await shown(session.id);
    expect(roll.nodes.map(({ name, mark: known, how }) => [name, known, how])).toEqual([['Ann', 'PRESENT', 'ROLL'], ['Bea', 'EXCUSED', 'ROLL']]);
    expect(attended).toEqual({ present: 1, late: 0, absent: 0, excused: 1 });
    expect(changes.nodes.filter(({ about }) => about !== null).map(({ says, about }) => `${about?.name}: ${says}`)).toEqual(['Bea: From absent to excused.', 'Bea: Absent.', 'Ann: Present.']);
    const outsider = await join(await newCohort(), 'Out', false);
    await expect(mark(session.id, [{ account: ann.account, mark: 'ABSENT' }, { account: outsider.account, mark: 'PRESENT' }])).rejects.toThrow('NOT_FOUND');
    expect((await shown(session.id)).attended.present).toBe(1);
  });

  test('is taken by the code on the screen, which nobody can guess for ever, nor use outside its cohort or time', async () => {
    const attend = 'mutation ($code: String!) { attend(code: $code) { mark session { id title } } }';
    const cohort = await newCohort();
    const lea = await join(cohort, 'Lea');
    const session = await planned(cohort);
    await planned(cohort, { startsAt: minutes(600), endsAt: minutes(660) });
    const on = (await shown(session.id)).code;
    expect(on).toMatchObject({ code: expect.stringMatching(/^[2-9A-HJ-NP-Z]{6}$/), secondsLeft: expect.any(Number) });
    const typed = `${on?.code.slice(0, 3).toLowerCase()} ${on?.code.slice(3).toLowerCase()}`;
    expect((await lea.client.must<{ attend: object }>(attend, { code: typed })).attend).toMatchObject({ mark: 'PRESENT', session: { id: session.id } });
    await lea.client.must(attend, { code: typed });
    expect((await shown(session.id)).changes.nodes).toMatchObject([{ says: 'Present by the code.', about: { name: 'Lea' }, by: { name: 'Lea' } }, {}]);
    expect(await mine(lea)).toMatchObject([{ mark: 'PRESENT' }, { mark: null }]);
    const outsider = await join(await newCohort(), 'Out');
    expect(await code(outsider.client, attend, { code: on?.code })).toBe('CODE_WRONG');
    for (let n = 0; n < 9; n += 1) await outsider.client.ask(attend, { code: `222 22${n}` });
    expect(await code(outsider.client, attend, { code: on?.code })).toBe('CODE_LOCKED');
    const over = await planned(cohort, { startsAt: minutes(-200), endsAt: minutes(-100) });
    expect((await shown(over.id)).code).toBeNull();
    const late = await planned(cohort, { startsAt: minutes(-30), endsAt: minutes(30) });
    expect((await lea.client.must<{ attend: object }>(attend, { code: (await shown(late.id)).code?.code })).attend).toMatchObject({ mark: 'LATE' });
    const absent = await join(cohort, 'Abe');
    await mark(late.id, [{ account: absent.account, mark: 'ABSENT' }]);
    expect(await code(absent.client, attend, { code: (await shown(late.id)).code?.code })).toBe('ALREADY_MARKED');
  });
});
