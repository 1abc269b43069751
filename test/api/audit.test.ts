import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { AuditEntryRow } from '../../apps/server/src/audit/audit.entity.js';
import { AuditService } from '../../apps/server/src/audit/audit.service.js';
import { hashOf, hashOfDetails } from '../../apps/server/src/audit/chain.js';
import { Actor } from '../../apps/server/src/identity/actor.js';
import { IdentityService } from '../../apps/server/src/identity/identity.service.js';
import { Database } from '../../apps/server/src/platform/database/database.js';
import { newId } from '../../apps/server/src/platform/ids.js';
import { administrator, type Client, startServer, type TestServer } from './server.js';

interface Entry { sequence: number; action: string; actorKind: string; subjectLabel: string | null; before: unknown; after: unknown; by: { name: string } | null; hash: string }
interface Check { holds: boolean; holdsTo: number; hash: string; brokenAt: number | null; says: string | null; entries: number }
let server: TestServer;
let admin: Client;
let organisation: string;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signedIn(administrator.email);
  ({ viewer: { organisation: { id: organisation } } } = await admin.must<{ viewer: { organisation: { id: string } } }>('{ viewer { organisation { id } } }'));
});
afterAll(() => server.close());

const database = (): Database => server.app.get(Database);
const record = (action: string, { fail = false, label = 'A thing' } = {}) => database().write(async (manager) => {
  await server.app.get(AuditService).record(manager, Actor.system(organisation), { action, subject: { type: 'thing', id: newId(), label }, after: { action, password: 'tell nobody' } });
  if (fail) throw new Error('rolled back');
});
const trail = async (args = 'first: 100', client = admin): Promise<{ nodes: Entry[]; totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string | null } }> => (await client.must<{ auditTrail: { nodes: Entry[]; totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string | null } } }>(
  `{ auditTrail(${args}) { totalCount pageInfo { hasNextPage endCursor } nodes { sequence action actorKind subjectLabel before after hash by { name } } } }`)).auditTrail;
const check = async (): Promise<Check> => (await admin.must<{ auditCheck: Check }>('{ auditCheck { holds holdsTo hash brokenAt says entries } }')).auditCheck;

test('what an administrator does stands in the trail with who, what, before and after', async () => {
  const { inviteAccount: { id } } = await admin.must<{ inviteAccount: { id: string } }>('mutation { inviteAccount(input: {email: "ina@example.org", name: "Ina Inventor", roles: [LEARNER], password: "a long enough password"}) { id } }');
  await admin.must('mutation ($id: ID!) { setRoles(account: $id, roles: [LEARNER, GRADER]) { roles } }', { id });
  const { createApiKey } = await admin.must<{ createApiKey: { id: string; key: string } }>('mutation { createApiKey(name: "Nightly", scopes: ["accounts", "read"]) { id key } }');
  await server.client({ authorization: `Bearer ${createApiKey.key}` }).must('mutation ($id: ID!) { setRoles(account: $id, roles: [COORDINATOR]) { roles } }', { id });
  for (let twice = 0; twice < 2; twice += 1) await admin.must('mutation ($id: ID!) { revokeApiKey(id: $id) { id } }', { id: createApiKey.id });
  const { nodes } = await trail();
  const actorName = nodes[0]?.by?.name;
  expect(actorName).toBeTruthy();
  expect(nodes.slice(0, 5)).toMatchObject([
    { action: 'key.revoked', subjectLabel: 'Nightly', actorKind: 'account' },
    { action: 'roles.changed', subjectLabel: 'Ina Inventor', actorKind: 'key', before: ['LEARNER', 'GRADER'], after: ['COORDINATOR'], by: { name: actorName } },
    { action: 'key.made', before: null, after: { name: 'Nightly', scopes: ['accounts', 'read'] } },
    { action: 'roles.changed', actorKind: 'account', before: ['LEARNER'], after: ['LEARNER', 'GRADER'] },
    { action: 'account.made', after: { email: 'ina@example.org', name: 'Ina Inventor', roles: ['LEARNER'] } },
  ]);
  expect(JSON.stringify(nodes)).not.toContain('a long enough password');
});

test('forty changes at once make one unbroken chain, and what is rolled back leaves nothing', async () => {
  const before = (await trail('first: 1')).totalCount;
  const done = await Promise.allSettled(Array.from({ length: 40 }, (_, n) => record(`thing.made${n}`, { fail: n % 10 === 3 })));
  expect(done.filter(({ status }) => status === 'rejected')).toHaveLength(4);
  const { totalCount, nodes } = await trail('first: 100, action: "thing"');
  expect([totalCount, new Set(nodes.map(({ action }) => action)).size]).toEqual([36, 36]);
  expect(await check()).toMatchObject({ holds: true, holdsTo: before + 36, entries: before + 36, brokenAt: null, says: null });
  expect(JSON.stringify(nodes)).not.toContain('tell nobody');
});

test('the trail is searched by who, what, to what and when, and paged', async () => {
  await record('room.painted', { label: 'Ünïque 100% room' });
  expect((await trail('subject: "100% ROOM"')).nodes).toMatchObject([{ action: 'room.painted', by: null, actorKind: 'system' }]);
  expect((await trail('subject: "1__%"')).nodes).toEqual([]);
  expect((await trail(`who: "${administrator.email}", action: "roles"`)).nodes.map(({ action }) => action)).toEqual(['roles.changed', 'roles.changed']);
  expect((await trail('who: "nobody of that name"')).totalCount).toBe(0);
  expect((await trail('until: "2000-01-01T00:00:00Z"')).totalCount).toBe(0);
  expect((await trail('from: "2000-01-01T00:00:00Z"')).totalCount).toBe((await trail()).totalCount);
  const first = await trail('first: 3');
  const next = await trail(`first: 3, after: "${first.pageInfo.endCursor}"`);
  expect([...first.nodes, ...next.nodes].map(({ sequence }) => sequence)).toEqual(Array.from({ length: 6 }, (_, n) => first.totalCount - n));
  const { auditActions } = await admin.must<{ auditActions: string[] }>('{ auditActions }');
  expect(auditActions).toEqual(expect.arrayContaining(['account.made', 'room.painted', 'roles.changed']));
});

test('only administrators read it, each of the own organisation', async () => {
  const learner = await server.signedIn('ina@example.org');
  expect((await learner.ask('{ auditTrail { totalCount } }')).errors[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await learner.fetch('/audit/trail.csv')).status).toBe(403);
  const identity = server.app.get(IdentityService);
  const other = await identity.createOrganisation('Others');
  await identity.invite(Actor.system(other.id), { email: 'other@example.org', name: 'Olga Other', roles: ['ADMINISTRATOR'], password: administrator.password });
  const stranger = await server.signedIn('other@example.org');
  expect((await trail('first: 100', stranger)).nodes.map(({ action }) => action)).toEqual(['account.made']);
  expect(await (await stranger.fetch('/audit/trail.json')).text()).not.toContain('Ina');
});

test('it is taken away as CSV and JSON, from which anybody can check the chain', async () => {
  await record('thing.named', { label: '=HYPERLINK("http://x")' });
  const csv = await admin.fetch('/audit/trail.csv?action=thing.named');
  expect([csv.status, csv.headers.get('content-disposition')]).toEqual([200, 'attachment; filename="audit.csv"']);
  expect(await csv.text()).toContain('"\'=HYPERLINK(""http://x"")"');
  const rows = await (await admin.fetch('/audit/trail.json')).json() as (AuditEntryRow & { salt: string })[];
  let previous = '';
  for (const row of rows) {
    expect([row.sequence, hashOfDetails(row), hashOf(row, previous)]).toEqual([row.sequence, row.detailsHash, row.hash]);
    previous = row.hash;
  }
  expect(rows.at(-1)).toMatchObject({ action: 'audit.exported' });
  expect((await admin.fetch('/audit/trail.json?from=yesterday')).status).toBe(400);
});

describe('an edit by SQL shows, and the check names the row', () => {
  const tampered: [string, (sql: (text: string) => Promise<unknown>, n: number) => Promise<unknown>, RegExp][] = [
    ['another actor', (sql, n) => sql(`UPDATE audit_entry SET account_id = 'x' WHERE sequence = ${n}`), /^Row 5 is not as it was written/],
    ['another value after', (sql, n) => sql(`UPDATE audit_entry SET after = '{}' WHERE sequence = ${n}`), /^What row 5 says of the change/],
    ['another name', (sql, n) => sql(`UPDATE audit_entry SET label = 'Somebody else' WHERE sequence = ${n}`), /^What row 5 says of the change/],
    ['details taken out', (sql, n) => sql(`UPDATE audit_entry SET label = NULL, before = NULL, after = NULL, salt = NULL, withheld = 9 WHERE sequence = ${n}`), /^Details were taken out of row 5/],
    ['a row taken out', (sql, n) => sql(`DELETE FROM audit_entry WHERE sequence = ${n}`), /^Row 5 is missing/],
  ];
  test.each(tampered)('%s', async (_what, tamper, says) => {
    const where = { organisationId: organisation, sequence: 5 };
    const kept = await database().read.findOneByOrFail(AuditEntryRow, where);
    await database().write(async (manager) => tamper((text) => manager.query(`${text} AND organisation_id = '${organisation}'`), 5));
    expect(await check()).toMatchObject({ holds: false, holdsTo: 4, brokenAt: 5, says: expect.stringMatching(says) });
    await database().write((manager) => manager.save(AuditEntryRow, kept));
    expect(await check()).toMatchObject({ holds: true });
  });

  test('the newest rows taken out', async () => {
    const { holdsTo } = await check();
    const where = { organisationId: organisation, sequence: holdsTo };
    const kept = await database().read.findOneByOrFail(AuditEntryRow, where);
    await database().write((manager) => manager.delete(AuditEntryRow, where));
    expect(await check()).toMatchObject({ holds: false, holdsTo: holdsTo - 1, brokenAt: holdsTo, says: expect.stringContaining(`Row ${holdsTo} is missing`) });
    await database().write((manager) => manager.insert(AuditEntryRow, kept));
  });
});
