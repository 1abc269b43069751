import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Database } from '../../apps/server/src/platform/database/database.js';
import { Classroom, uuid } from './classroom.js';
import { administrator, type Client, startServer, type TestServer } from './server.js';

interface Member { account: { id: string; name: string; email: string }; roles: string[]; joinedAt: string }
interface People { accounts: { totalCount: number; nodes: Member[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } }
const people = 'query ($first: Int!, $after: String, $search: String) { accounts(first: $first, after: $after, search: $search) { totalCount nodes { account { id name email } roles joinedAt } pageInfo { hasNextPage endCursor } } }';
const invite = 'mutation ($input: InviteAccountInput!) { inviteAccount(input: $input) { id } }';
const setRoles = 'mutation ($account: ID!, $roles: [Role!]!) { setRoles(account: $account, roles: $roles) { account { name } roles } }';

let server: TestServer;
let admin: Client;
const ids = new Map<string, string>();
beforeAll(async () => {
  server = await startServer();
  admin = await server.signedIn(administrator.email);
  for (const name of ['Zoë Ünal', 'ana', 'Bo 100%', 'Émile', 'Ana', 'Cleo_1']) {
    const { inviteAccount } = await admin.must<{ inviteAccount: { id: string } }>(invite, { input: { name, email: `${uuid()}@example.org`, roles: ['LEARNER'], password: administrator.password } });
    ids.set(name, inviteAccount.id);
  }
  await admin.must(invite, { input: { name: 'Dana', email: 'dana@example.org', roles: ['COORDINATOR'], password: administrator.password } });
});
afterAll(() => server.close());

const found = async (search: string) => (await admin.must<People>(people, { first: 100, search })).accounts.nodes.map(({ account }) => account.name);

describe('the list of people', () => {
  test('gives everybody once, by name, page after page', async () => {
    const names: string[] = [];
    let after: string | null = null;
    do {
      const { accounts }: People = await admin.must<People>(people, { first: 3, after });
      expect(accounts.totalCount).toBe(8);
      names.push(...accounts.nodes.map(({ account }) => account.name));
      after = accounts.pageInfo.hasNextPage ? accounts.pageInfo.endCursor : null;
    } while (after !== null);
    expect(names.toSorted()).toEqual(['Administrator', 'Ana', 'Bo 100%', 'Cleo_1', 'Dana', 'ana', 'Zoë Ünal', 'Émile'].toSorted());
    expect(names.slice(1, 5)).toEqual(expect.arrayContaining(['ana', 'Ana', 'Bo 100%']));
  });

  test('says what each is, and since when', async () => {
    const { accounts } = await admin.must<People>(people, { first: 10, search: 'DANA@' });
    expect(accounts.nodes).toMatchObject([{ account: { email: 'dana@example.org' }, roles: ['COORDINATOR'], joinedAt: expect.stringMatching(/^20.*Z$/) }]);
  });

  test('finds a name however it is written, and takes signs for themselves', async () => {
    expect(await found('ANA')).toEqual(expect.arrayContaining(['ana', 'Ana', 'Dana']));
    expect(await found('ünal')).toEqual(['Zoë Ünal']);
    expect(await found('émile')).toEqual(['Émile']);
    expect(await found('%')).toEqual(['Bo 100%']);
    expect(await found('_')).toEqual(['Cleo_1']);
    expect(await found('!')).toEqual([]);
  });

  test('is for coordinators too, not for learners, and holds nobody of another organisation', async () => {
    const other = await Classroom.open(server, 'new');
    const stranger = await other.learner('Stranger');
    expect(await found('Stranger')).toEqual([]);
    expect((await stranger.client.ask(people, { first: 1 })).errors[0]?.extensions.code).toBe('FORBIDDEN');
    const coordinator = await server.signedIn('dana@example.org');
    expect((await coordinator.must<People>(people, { first: 1 })).accounts.totalCount).toBe(8);
  });

  test('costs as many statements for a hundred people as for one', async () => {
    const database = server.app.get(Database);
    const cost = async (first: number) => {
      const before = database.statements;
      await admin.must(people, { first });
      return database.statements - before;
    };
    expect(await cost(100)).toBeLessThanOrEqual(4);
    expect(await cost(1)).toBeLessThanOrEqual(4);
  });

  test('refuses a cursor that it never gave out', async () => {
    expect((await admin.ask(people, { first: 1, after: 'WyJ4Il0' })).errors[0]?.extensions).toEqual({ code: 'BAD_INPUT', path: ['after'] });
  });
});

describe('roles', () => {
  test('hold from the next request on', async () => {
    const email = `${uuid()}@example.org`;
    const { inviteAccount } = await admin.must<{ inviteAccount: { id: string } }>(invite, { input: { name: 'Eve', email, roles: ['LEARNER'], password: administrator.password } });
    const eve = await server.signedIn(email);
    expect((await eve.ask('{ cohorts { totalCount } }')).errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await admin.must(setRoles, { account: inviteAccount.id, roles: ['COORDINATOR', 'LEARNER', 'LEARNER'] })).toEqual({ setRoles: { account: { name: 'Eve' }, roles: ['COORDINATOR', 'LEARNER'] } });
    expect((await eve.ask('{ cohorts { totalCount } }')).errors).toEqual([]);
    await admin.must(setRoles, { account: inviteAccount.id, roles: ['LEARNER'] });
    expect((await eve.ask('{ cohorts { totalCount } }')).errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test('leave somebody an administrator, even when two take it from each other at once', async () => {
    const { viewer } = await admin.must<{ viewer: { account: { id: string } } }>('{ viewer { account { id } } }');
    expect((await admin.ask(setRoles, { account: viewer.account.id, roles: ['COORDINATOR'] })).errors[0]?.extensions).toEqual({ code: 'LAST_ADMINISTRATOR', path: ['roles'] });
    const second = await admin.must<{ inviteAccount: { id: string } }>(invite, { input: { name: 'Second', email: 'second@example.org', roles: ['ADMINISTRATOR'], password: administrator.password } });
    const other = await server.signedIn('second@example.org');
    const answers = await Promise.all([
      admin.ask(setRoles, { account: second.inviteAccount.id, roles: ['LEARNER'] }),
      other.ask(setRoles, { account: viewer.account.id, roles: ['LEARNER'] }),
    ]);
    const { totalCount } = await server.app.get(Database).read.query('SELECT COUNT(*) AS "totalCount" FROM "membership" WHERE "roles" LIKE \'%"ADMINISTRATOR"%\'').then(([row]: { totalCount: unknown }[]) => ({ totalCount: Number(row?.totalCount) }));
    expect(totalCount).toBe(1);
    expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
    // Whoever is left gives the first her roles back.
    const left = answers[0]?.errors.length === 0 ? admin : other;
    await left.must(setRoles, { account: viewer.account.id, roles: ['ADMINISTRATOR', 'COORDINATOR', 'INSTRUCTOR'] });
  });

  test('can\'t be none, and belong to people of one\'s own organisation', async () => {
    expect((await admin.ask(setRoles, { account: ids.get('Ana'), roles: [] })).errors[0]?.extensions).toEqual({ code: 'BAD_INPUT', path: ['roles'] });
    const stranger = await (await Classroom.open(server, 'new')).learner();
    const answers = [await admin.ask(setRoles, { account: stranger.accountId, roles: ['LEARNER'] }), await admin.ask(setRoles, { account: uuid(), roles: ['LEARNER'] })];
    for (const { errors } of answers) expect(errors[0]?.extensions).toEqual({ code: 'NOT_FOUND', path: ['account'] });
    expect(answers[0]?.errors[0]?.message).toBe(answers[1]?.errors[0]?.message);
    const coordinator = await server.signedIn('dana@example.org');
    expect((await coordinator.ask(setRoles, { account: ids.get('Ana'), roles: ['LEARNER'] })).errors[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
