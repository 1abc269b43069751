import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createServer, readConfig, type RunningServer } from '@preceptor/server';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { resolve } from 'node:path';
import { loadDemo } from '../../apps/server/src/demo/demo.js';
import { features } from '../../apps/server/src/features.js';
import { Actor, roles } from '../../apps/server/src/identity/actor.js';
import { IdentityService } from '../../apps/server/src/identity/identity.service.js';
import { SessionsService } from '../../apps/server/src/identity/sessions.service.js';
import { Database } from '../../apps/server/src/platform/database/database.js';
import { type FreshDatabase, freshDatabase } from './databases.js';
import { asked, type IdPlace, idPlacesOf, type Operation, operationsOf } from './isolation/asking.js';
import { open, plainFor, routes, tableFor } from './isolation/ids.js';
import { routesOf } from './isolation/routes.js';
import { changesOf, type Dump, dumpOf, idsIn, plantRows, type Row, tablesOf } from './isolation/rows.js';
import { Client, type GraphQLAnswer } from './server.js';

/*
 * The demo's organisation is asked by a stranger who holds every role in another: each operation of the schema with the
 * demo's ids everywhere, then with one of them among the stranger's own. What organisation-wide operations come to be is
 * covered as they are added to the schema; where this test can't know what an argument means, it fails and says what to add.
 */
let database: FreshDatabase;
let server: RunningServer;
let before: Dump;
let tables: Awaited<ReturnType<typeof tablesOf>>;
const rows = { theirs: new Map<string, Row>(), own: new Map<string, Row>() };
/** What the demo's organisation has: ids, and names and addresses of its people and things. */
const theirs = { ids: new Set<string>(), words: new Set<string>() };
let stranger: { accountId: string; organisationId: string };

beforeAll(async () => {
  database = await freshDatabase(undefined, { migrated: true });
  server = await createServer(readConfig({ ...database.env, PORT: '0', NODE_ENV: 'test', LOG_LEVEL: 'silent', COURSES_DIR: resolve('courses') }));
  await loadDemo(server.app);
  const db = server.app.get(Database);
  tables = await tablesOf(db);
  const demo = await dumpOf(db, tables);
  rows.theirs = await plantRows(db, tables, String(demo.get('organisation')?.[0]?.['id']), demo);
  before = await dumpOf(db, tables);
  for (const id of idsIn(JSON.stringify([...before]))) theirs.ids.add(id);
  for (const table of ['account', 'organisation', 'cohort', 'authoring_bank']) for (const row of before.get(table) ?? []) for (const column of ['name', 'email', 'title']) if (String(row[column] ?? '').length > 5) theirs.words.add(String(row[column]));
  const { id: organisationId } = await server.app.get(IdentityService).createOrganisation('Elsewhere');
  const { id: accountId } = await server.app.get(IdentityService).invite(Actor.system(organisationId), { email: 'stranger@elsewhere.example', name: 'Stella Stranger', roles: [...roles] });
  stranger = { accountId, organisationId };
  const all = await dumpOf(db, tables);
  const own: Dump = new Map([...all].map(([table, found]) => {
    const known = new Set((before.get(table) ?? []).map((row) => JSON.stringify(row)));
    return [table, found.filter((row) => !known.has(JSON.stringify(row)))];
  }));
  rows.own = await plantRows(db, tables, organisationId, own);
}, 180_000);
afterAll(async () => {
  await server.close();
  await database.remove();
});

const operations = () => operationsOf(server.app.get(GraphQLSchemaHost).schema).filter(({ field }) => open[field.name] === undefined);
const known = (place: IdPlace) => tableFor(place, tables.map(({ name }) => name));

test('it is known of every id that an operation takes, of what it is', () => {
  const unknown = operations().flatMap((operation) => idPlacesOf(operation).map((place) => ({ operation, place }))).filter(({ place }) => known(place) === undefined)
    .map(({ operation, place }) => `${operation.field.name}(${place.path}): say in test/api/isolation/ids.ts of which table its ids are: '${place.name === 'id' ? place.of : place.name}'`);
  const missing = operations().flatMap(idPlacesOf).map(known).filter((table) => typeof table === 'string' && !table.startsWith('=') && !rows.theirs.has(table.split('.')[0] ?? ''));
  expect([...new Set(unknown)]).toEqual([]);
  expect([...new Set(missing)]).toEqual([]);
});

describe('a stranger who holds every role elsewhere', () => {
  test('gets and changes nothing of another organisation by any operation, with its ids in every place', async () => {
    const faults: string[] = [];
    for (const operation of operations()) {
      const places = idPlacesOf(operation);
      const whole = await ask(operation, () => 'theirs');
      faults.push(...leaks(operation, 'with their ids', whole));
      // A refusal of something else says nothing of ids.
      if (places.length > 0) faults.push(...whole.answer.errors.filter(({ extensions }) => ['BAD_QUERY', 'TOO_COMPLEX', 'INTERNAL'].includes(extensions.code)).map(({ message }) => `${operation.field.name}: asked in a way that proves nothing: ${message}`));
    }
    expect(faults).toEqual([]);
    expect(changesOf(before, await dumpOf(server.app.get(Database), tables), theirs.ids)).toEqual([]);
  }, 240_000);

  test('nor with one of its ids among the stranger\'s own', async () => {
    const faults: string[] = [];
    for (const operation of operations()) {
      const places = idPlacesOf(operation);
      if (places.length < 2) continue;
      for (const foreign of places) faults.push(...leaks(operation, `with their ${foreign.path}`, await ask(operation, (place) => (place.path === foreign.path ? 'theirs' : 'own'))));
    }
    expect(faults).toEqual([]);
    expect(changesOf(before, await dumpOf(server.app.get(Database), tables), theirs.ids)).toEqual([]);
  }, 240_000);

  test('nor by any plain route', async () => {
    const faults: string[] = [];
    for (const { method, path } of routesOf(features.map(({ module }) => module))) {
      const said = routes[`${method} ${path}`];
      if (said === undefined) faults.push(`${method} ${path}: say in test/api/isolation/ids.ts of which tables its parameters are, or why it is open`);
      if (said === undefined || 'open' in said) continue;
      const words = [...said.words ?? []];
      const parts = [...said.of];
      const address = path.replaceAll(/:\w+(\([^)]*\))?|\*/g, () => {
        const table = parts.shift() ?? null;
        return encodeURIComponent(table === null ? words.shift() ?? '' : String(idIn('theirs', table)));
      });
      const client = await strangersClient();
      const response = await client.fetch(address, { method, redirect: 'manual', ...(method === 'POST' ? { headers: { 'content-type': 'application/octet-stream' }, body: 'x' } : {}) });
      const body = await response.text();
      if (said.of.some((table) => table !== null) && (response.status < 400 && response.status !== 308)) faults.push(`${method} ${path} answers ${response.status}`);
      faults.push(...leaksIn(body, [...idsIn(address)]).map((leak) => `${method} ${path}: ${leak}`));
    }
    expect(faults).toEqual([]);
    expect(changesOf(before, await dumpOf(server.app.get(Database), tables), theirs.ids)).toEqual([]);
  }, 120_000);
});

let asking: string | null = null;
interface Asked { variables: Record<string, unknown>; answer: GraphQLAnswer }
async function ask(operation: Operation, whose: (place: IdPlace) => 'theirs' | 'own'): Promise<Asked> {
  const { query, variables } = asked(operation, {
    plain: plainFor,
    id: (place) => {
      const table = known(place);
      return table === null || table === undefined ? 'something' : idIn(whose(place), table);
    },
  });
  const answer = await (await strangersClient(asking)).ask(query, variables);
  asking = operation.field.name;
  return { variables, answer };
}

let signedIn: Client | null = null;
/** The stranger; signed in anew after an operation that may have ended the session. */
async function strangersClient(after: string | null = null): Promise<Client> {
  if (signedIn === null || /sign|session|switch|password|account/i.test(after ?? '')) {
    const { token } = await server.app.get(SessionsService).begin(stranger.accountId, stranger.organisationId);
    signedIn = new Client(server.url, { cookie: `preceptor_session=${token}` });
  }
  return signedIn;
}

function idIn(whose: 'theirs' | 'own', of: string): unknown {
  if (of.startsWith('=')) return of.slice(1).replaceAll(/\{(\w+)\}/g, (_, table: string) => String(idIn(whose, table)));
  const [table = '', column = 'id'] = of.split('.');
  return rows[whose].get(table)?.[column];
}

function leaks({ field }: Operation, how: string, { variables, answer }: Asked): string[] {
  return leaksIn(JSON.stringify(answer.data ?? {}) + JSON.stringify(answer.errors), idsIn(JSON.stringify(variables))).map((leak) => `${field.name} ${how}: ${leak}`);
}
function leaksIn(body: string, sent: readonly string[]): string[] {
  return [
    ...idsIn(body).filter((id) => theirs.ids.has(id) && !sent.includes(id)).map((id) => `gives away the id ${id}`),
    ...[...theirs.words].filter((word) => body.includes(JSON.stringify(word).slice(1, -1))).map((word) => `gives away “${word}”`),
  ];
}
