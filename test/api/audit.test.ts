import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { AuditService } from '../../apps/server/src/audit/audit.service.js';
import { AuditEntryRow } from '../../apps/server/src/audit/audit.entity.js';
import { Actor } from '../../apps/server/src/identity/actor.js';
import { Database } from '../../apps/server/src/platform/database/database.js';
import { newId } from '../../apps/server/src/platform/ids.js';
import { type Client, startServer, type TestServer } from './server.js';

let server: TestServer;
let admin: Client;
let organisation: string;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signedIn('admin@example.org');
  ({ viewer: { organisation: { id: organisation } } } = await admin.must<{ viewer: { organisation: { id: string } } }>('{ viewer { organisation { id } } }'));
});
afterAll(() => server.close());
const database = (): Database => server.app.get(Database);
const record = (action: string, fail = false) => database().write(async (manager) => {
  await server.app.get(AuditService).record(manager, Actor.system(organisation), { action, subject: { type: 'thing', id: newId() }, after: { action } });
  if (fail) throw new Error('rolled back');
});

test('forty changes at once make one unbroken chain, and what is rolled back leaves nothing', async () => {
  const done = await Promise.allSettled(Array.from({ length: 40 }, (_, n) => record(`thing.made${n}`, n % 10 === 3)));
  expect(done.filter(({ status }) => status === 'rejected')).toHaveLength(4);
  const rows = await database().read.find(AuditEntryRow, { where: { organisationId: organisation }, order: { sequence: 'ASC' } });
  expect(rows.map(({ sequence }) => sequence)).toEqual(Array.from({ length: rows.length }, (_, n) => n + 1));
  expect(new Set(rows.map(({ action }) => action)).size).toBe(36);
});
