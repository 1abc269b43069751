import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { v7 } from 'uuid';
import { Database } from '../../apps/server/src/platform/database/database.js';
import { Classroom } from './classroom.js';
import { member } from './grading-course.js';
import { asked, operationsOf } from './isolation/asking.js';
import { plainFor, tableFor } from './isolation/ids.js';
import { changesOf, dumpOf, idsIn, tablesOf } from './isolation/rows.js';
import { administrator, type Client, startServer, type TestServer } from './server.js';

interface Group { cohort: string; revision: number; enrolment: string; learner: string; session: string }
let server: TestServer;
let admin: Client;
let room: Classroom;
let spring: Group;
let autumn: Group;
/** Belongs to the organisation as a learner of nothing, and leads the one cohort. */
let guest: { client: Client; accountId: string };
beforeAll(async () => {
  server = await startServer();
  admin = await server.signedIn(administrator.email);
  room = await Classroom.open(server);
  spring = await group('Spring', 'Ada Inside');
  autumn = await group('Autumn', 'Bea Outside');
  guest = await member(server, room, 'LEARNER', 'Gus Guest');
});
afterAll(() => server.close());

async function group(name: string, learner: string): Promise<Group> {
  const { createCohort: { id: cohort } } = await admin.must<{ createCohort: { id: string } }>('mutation ($input: CreateCohortInput!) { createCohort(input: $input) { id } }', { input: { name, courseVersion: room.version } });
  const { enrol } = await admin.must<{ enrol: { id: string; account: { id: string } } }>('mutation ($input: EnrolInput!) { enrol(input: $input) { id account { id } } }', { input: { cohort, name: learner, email: `${v7()}@example.org` } });
  const { createLiveSessions: [session] } = await admin.must<{ createLiveSessions: { id: string }[] }>(plan, { cohort, input: meeting(`Meeting in ${name}`) });
  return { cohort, revision: 1, enrolment: enrol.id, learner: enrol.account.id, session: session?.id ?? '' };
}
const plan = 'mutation ($cohort: ID!, $input: LiveSessionInput!) { createLiveSessions(cohort: $cohort, input: $input) { id } }';
const meeting = (title: string) => ({ title, startsAt: '2026-12-01T17:00:00.000Z', endsAt: '2026-12-01T18:00:00.000Z', timeZone: 'America/Denver', link: 'https://meet.example.org/room' });
const codeOf = ({ errors }: { errors: { extensions: { code: string } }[] }) => errors[0]?.extensions.code ?? 'in';
const lead = async (facilitators: string[], by = admin) => {
  const { cohort } = await admin.must<{ cohort: { revision: number } }>('query ($id: ID!) { cohort(id: $id) { revision } }', { id: spring.cohort });
  return by.ask('mutation ($cohort: ID!, $revision: Int!, $facilitators: [ID!]) { updateCohort(cohort: $cohort, revision: $revision, input: { facilitators: $facilitators }) { facilitators { name } people { account { name } roles } } }', { cohort: spring.cohort, revision: cohort.revision, facilitators });
};
const give = (roles: string[], { by = admin, to = guest.accountId, in: { cohort } = spring } = {}) => by.ask('mutation ($cohort: ID!, $account: ID!, $roles: [CohortRole!]!) { setCohortRoles(cohort: $cohort, account: $account, roles: $roles) { people { roles } } }', { cohort, account: to, roles });
const see = ({ cohort }: Group, by = guest.client) => by.ask('query ($id: ID!) { cohort(id: $id) { name learners(first: 5) { nodes { account { name } } } gradebook { columns { id } } liveSessions { nodes { id roll(first: 5) { nodes { name } } } } } }', { id: cohort });
const mark = ({ session, learner }: Group, by = guest.client) => by.ask('mutation ($session: ID!, $account: ID!) { markAttendance(session: $session, marks: [{ account: $account, mark: PRESENT }]) { attended { present } } }', { session, account: learner });
const override = ({ cohort, enrolment }: Group, by = guest.client) => by.ask('mutation ($input: OverrideMarkInput!) { overrideMark(input: $input) { enrolment { id } } }', { input: { cohort, enrolment, column: 'nothing', state: 'excused', reason: 'Ill.', revision: 0 } });

describe('whoever leads a cohort', () => {
  test('sees it, takes its roll and reaches its gradebook, and no other cohort', async () => {
    expect(codeOf(await see(spring))).toBe('FORBIDDEN');
    expect((await lead([guest.accountId])).data).toEqual({ updateCohort: { facilitators: [{ name: 'Gus Guest' }], people: [{ account: { name: 'Gus Guest' }, roles: ['FACILITATOR'] }] } });
    expect((await see(spring)).data).toMatchObject({ cohort: { name: 'Spring', learners: { nodes: [{ account: { name: 'Ada Inside' } }] }, liveSessions: { nodes: [{ roll: { nodes: [{ name: 'Ada Inside' }] } }] } } });
    expect((await mark(spring)).data).toEqual({ markAttendance: { attended: { present: 1 } } });
    // Within reach: what is wrong is the column.
    expect([codeOf(await override(spring)), codeOf(await override(autumn))]).toEqual([expect.not.stringMatching('FORBIDDEN'), 'FORBIDDEN']);
    expect([codeOf(await see(autumn)), codeOf(await mark(autumn))]).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    expect(await guest.client.must('{ cohorts { totalCount nodes { name } } viewer { roles inCohorts { roles } } }')).toEqual({ cohorts: { totalCount: 1, nodes: [{ name: 'Spring' }] }, viewer: { roles: ['LEARNER'], inCohorts: [{ roles: ['FACILITATOR'] }] } });
    const story = async ({ enrolment }: Group) => (await guest.client.must<{ enrolment: object | null }>('query ($id: ID!) { enrolment(id: $id) { account { name } } }', { id: enrolment })).enrolment;
    expect([await story(spring), await story(autumn)]).toEqual([{ account: { name: 'Ada Inside' } }, null]);
    for (const path of ['learners.csv', 'gradebook.csv', 'evaluation.csv']) expect([path, (await guest.client.fetch(`/cohorts/${spring.cohort}/${path}`)).status, (await guest.client.fetch(`/cohorts/${autumn.cohort}/${path}`)).status]).toEqual([path, 200, 403]);
    expect((await guest.client.fetch(`/cohorts/${autumn.cohort}/live`)).status).toBe(403);
  });

  test('does not run it, nor anything else', async () => {
    expect(codeOf(await lead([], guest.client))).toBe('FORBIDDEN');
    expect(codeOf(await guest.client.ask(plan, { cohort: spring.cohort, input: meeting('More') }))).toBe('FORBIDDEN');
    expect(codeOf(await give(['COORDINATOR'], { by: guest.client }))).toBe('FORBIDDEN');
    expect(codeOf(await guest.client.ask('{ accounts { totalCount } }'))).toBe('FORBIDDEN');
    expect(codeOf(await guest.client.ask('mutation ($input: CreateCohortInput!) { createCohort(input: $input) { id } }', { input: { name: 'Mine', courseVersion: room.version } }))).toBe('FORBIDDEN');
  });

  test('is nobody who learns in it, and reaches nothing any more from the moment when somebody else leads', async () => {
    expect((await lead([spring.learner])).errors[0]?.extensions).toEqual({ code: 'LEARNS_HERE', path: ['input', 'facilitators', '0'] });
    expect(codeOf(await lead([]))).toBe('in');
    expect(codeOf(await see(spring))).toBe('FORBIDDEN');
  });
});

describe('a role in one cohort alone', () => {
  test('lets an observer see it and change nothing', async () => {
    expect((await give(['OBSERVER'])).data).toEqual({ setCohortRoles: { people: [{ roles: ['OBSERVER'] }] } });
    expect([codeOf(await see(spring)), codeOf(await mark(spring)), codeOf(await override(spring)), codeOf(await lead([], guest.client))]).toEqual(['in', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
  });

  test('lets a coordinator run it, and give nobody more than its leading', async () => {
    await give(['COORDINATOR']);
    expect(codeOf(await lead([guest.accountId], guest.client))).toBe('in');
    const { data, errors } = await guest.client.ask(plan, { cohort: spring.cohort, input: meeting('Planned by a guest') });
    expect(errors).toEqual([]);
    const session = (data as { createLiveSessions?: { id: string }[] } | null)?.createLiveSessions?.[0]?.id;
    const cancel = (id?: string) => guest.client.ask('mutation ($id: ID!) { cancelLiveSession(id: $id, revision: 1) { id } }', { id });
    expect([codeOf(await cancel(session)), codeOf(await cancel(autumn.session))]).toEqual(['in', 'FORBIDDEN']);
    const more = ({ enrolment }: Group) => guest.client.ask('mutation ($enrolment: ID!) { extendDeadline(enrolment: $enrolment, input: { part: "", dueOn: "2027-01-15", reason: "Ill for a week." }) { id } }', { enrolment });
    expect([codeOf(await more(spring)), codeOf(await more(autumn))]).toEqual(['in', 'FORBIDDEN']);
    const enrol = ({ cohort }: Group) => guest.client.ask('mutation ($input: EnrolInput!) { enrol(input: $input) { id } }', { input: { cohort, name: 'Nia New', email: `${v7()}@example.org` } });
    expect([codeOf(await enrol(spring)), codeOf(await enrol(autumn))]).toEqual(['in', 'FORBIDDEN']);
    expect([codeOf(await give(['COORDINATOR'], { by: guest.client })), codeOf(await give(['COORDINATOR'], { by: guest.client, in: autumn }))]).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    expect((await give(['FACILITATOR'])).errors[0]?.extensions).toEqual({ code: 'BAD_INPUT', path: ['roles', '0'] });
    expect(codeOf(await give(['OBSERVER'], { to: spring.learner }))).toBe('LEARNS_HERE');
    expect(JSON.stringify(await admin.must('{ auditTrail(first: 50) { nodes { action after } } }'))).toContain('cohort.roles-changed');
  });

  test('gets and changes nothing of another cohort by any operation, with its ids in every place, or in every place but the cohort\'s', async () => {
    await give(['COORDINATOR', 'OBSERVER']);
    const database = server.app.get(Database);
    const tables = await tablesOf(database);
    const before = await dumpOf(database, tables);
    const theirs: Record<string, string> = { enrolment: autumn.enrolment, live_session: autumn.session, account: autumn.learner };
    const secret = new Set([autumn.enrolment, autumn.session, autumn.learner]);
    const faults: string[] = [];
    // What ends one's own session, or makes more of oneself, says nothing of another.
    for (const operation of operationsOf(server.app.get(GraphQLSchemaHost).schema).filter(({ field }) => !/^(signOut|signOutEverywhere|endSession|switchOrganisation|changePassword)$/.test(field.name))) {
      for (const cohort of [autumn.cohort, spring.cohort]) {
        const { query, variables } = asked(operation, { plain: plainFor, id: (place) => {
          const table = tableFor(place, tables.map(({ name }) => name))?.split('.')[0] ?? '';
          return table === 'cohort' ? cohort : theirs[table] ?? '01930000-0000-7000-8000-000000000000';
        } });
        const { data, errors } = await guest.client.ask(query, variables);
        const body = JSON.stringify(data ?? {}) + JSON.stringify(errors);
        const sent = JSON.stringify(variables);
        for (const id of idsIn(body)) if (secret.has(id) && !sent.includes(id)) faults.push(`${operation.field.name}: gives away ${id}`);
        if (/Bea Outside|Meeting in Autumn/.test(body)) faults.push(`${operation.field.name}: gives away a name`);
        if (errors.some(({ extensions }) => extensions.code === 'INTERNAL')) faults.push(`${operation.field.name}: fails`);
      }
    }
    expect(faults).toEqual([]);
    const mine = new Set([autumn.cohort, ...secret]);
    expect(changesOf(before, await dumpOf(database, tables), mine).filter((line) => idsIn(line).some((id) => mine.has(id)))).toEqual([]);
  }, 120_000);

  test('stands in the table of who may do what', async () => {
    const { permissions } = await admin.must<{ permissions: { operation: string; roles: string[]; inCohort: string[]; everybody: string | null }[] }>('{ permissions { operation about roles inCohort everybody } }');
    const of = (name: string) => permissions.find(({ operation }) => operation === name);
    expect(of('markAttendance')).toMatchObject({ roles: ['ADMINISTRATOR', 'COORDINATOR', 'INSTRUCTOR'], inCohort: ['COORDINATOR', 'FACILITATOR'], everybody: null });
    expect(of('setRoles')).toMatchObject({ roles: ['ADMINISTRATOR'], inCohort: [] });
    expect(of('signIn')).toMatchObject({ everybody: 'anybody' });
  });
});
