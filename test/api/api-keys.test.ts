import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ApiKeysService } from '../../apps/server/src/identity/api-keys.service.js';
import { Database } from '../../apps/server/src/platform/database/database.js';
import { Classroom, uuid } from './classroom.js';
import { administrator, type Client, startServer, type TestServer } from './server.js';

interface Keys { apiKeys: { totalCount: number; nodes: { id: string; name: string; scopes: string[]; createdAt: string; revokedAt: string | null; account: { email: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } }
const keys = 'query ($first: Int!, $after: String) { apiKeys(first: $first, after: $after) { totalCount nodes { id name scopes createdAt revokedAt account { email } } pageInfo { hasNextPage endCursor } } }';
const make = 'mutation ($name: String!, $scopes: [String!]!) { createApiKey(name: $name, scopes: $scopes) { id key } }';
const revoke = 'mutation ($id: ID!) { revokeApiKey(id: $id) { id name revokedAt } }';

let server: TestServer;
let admin: Client;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signedIn(administrator.email);
});
afterAll(() => server.close());
const made = async (name: string, scopes = ['read']) => (await admin.must<{ createApiKey: { id: string; key: string } }>(make, { name, scopes })).createApiKey;

test('keys are listed newest first, page after page, without their secrets', async () => {
  const secrets = [];
  for (const name of ['one', 'two', 'three']) secrets.push((await made(name, ['read', 'cohorts'])).key);
  const first = await admin.must<Keys>(keys, { first: 2 });
  expect(first.apiKeys).toMatchObject({ totalCount: 3, nodes: [{ name: 'three', scopes: ['read', 'cohorts'], revokedAt: null, account: { email: administrator.email } }, { name: 'two' }], pageInfo: { hasNextPage: true } });
  const second = await admin.must<Keys>(keys, { first: 2, after: first.apiKeys.pageInfo.endCursor });
  expect(second.apiKeys.nodes.map(({ name }) => name)).toEqual(['one']);
  const [stored] = await server.app.get(Database).read.query('SELECT * FROM "api_key"');
  for (const secret of secrets) for (const text of [first, second, stored]) expect(JSON.stringify(text)).not.toContain(secret.slice(4));
  expect((await admin.ask('{ apiKeys { nodes { key } } }')).errors).toHaveLength(1);
});

test('a key that is revoked is refused at once, and is no longer listed', async () => {
  const { id, key } = await made('leaked');
  const program = server.client({ authorization: `Bearer ${key}` });
  expect((await program.must<{ viewer: object | null }>('{ viewer { roles } }')).viewer).not.toBeNull();
  const before = (await admin.must<Keys>(keys, { first: 1 })).apiKeys.totalCount;
  const first = await admin.must<{ revokeApiKey: { revokedAt: string } }>(revoke, { id });
  expect(first.revokeApiKey).toMatchObject({ id, name: 'leaked', revokedAt: expect.stringMatching(/Z$/) });
  expect((await program.must<{ viewer: object | null }>('{ viewer { roles } }')).viewer).toBeNull();
  expect((await admin.must<Keys>(keys, { first: 1 })).apiKeys.totalCount).toBe(before - 1);
  expect(await admin.must(revoke, { id })).toEqual(first);
});

test('a key of another organisation is listed and revoked by nobody here, as if there were none', async () => {
  const other = await Classroom.open(server, 'new');
  const theirs = await server.app.get(ApiKeysService).make(await asActorOf(other), 'theirs', ['read']);
  expect(JSON.stringify(await admin.must(keys, { first: 100 }))).not.toContain(theirs.id);
  const answers = [await admin.ask(revoke, { id: theirs.id }), await admin.ask(revoke, { id: uuid() }), await admin.ask(revoke, { id: 'no such' })];
  for (const { errors } of answers) expect(errors[0]).toMatchObject({ message: answers[0]?.errors[0]?.message, extensions: { code: 'NOT_FOUND', path: ['id'] } });
  const program = server.client({ authorization: `Bearer ${theirs.key}` });
  expect((await program.must<{ viewer: object | null }>('{ viewer { roles } }')).viewer).not.toBeNull();
});

test('keys are the administrators\' business, and a key needs the scope for accounts to revoke one', async () => {
  const room = await Classroom.open(server, 'new');
  const { client } = await room.learner();
  for (const query of ['{ apiKeys { totalCount } }', `mutation { revokeApiKey(id: "${uuid()}") { id } }`]) expect((await client.ask(query)).errors[0]?.extensions.code).toBe('FORBIDDEN');
  const reader = server.client({ authorization: `Bearer ${(await made('reader')).key}` });
  expect((await reader.must<Keys>(keys, { first: 1 })).apiKeys.totalCount).toBeGreaterThan(0);
  expect((await reader.ask(revoke, { id: uuid() })).errors[0]?.extensions.code).toBe('FORBIDDEN');
});

test('a page of keys costs as many statements for a hundred as for one', async () => {
  for (let n = 0; n < 12; n += 1) await made(`key ${n}`);
  const database = server.app.get(Database);
  const before = database.statements;
  await admin.must(keys, { first: 100 });
  expect(database.statements - before).toBeLessThanOrEqual(5);
});

async function asActorOf(room: Classroom) {
  const { Actor } = await import('../../apps/server/src/identity/actor.js');
  return Actor.account((await room.learner()).accountId, room.system.organisationId, ['ADMINISTRATOR']);
}
