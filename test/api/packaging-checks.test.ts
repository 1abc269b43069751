import { readdir } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { IdentityService } from '../../apps/server/src/identity/identity.service.js';
import { Database } from '../../apps/server/src/platform/database/database.js';
import { Classroom, uuid } from './classroom.js';
import { administrator, type Client, startServer, type TestServer } from './server.js';

let server: TestServer;
let room: Classroom;
let admin: Client;
let learner: Client;
let stranger: Client;
beforeAll(async () => {
  server = await startServer();
  room = await Classroom.open(server);
  admin = await server.signedIn(administrator.email);
  ({ client: learner } = await room.learner());
  const { system } = await Classroom.open(server, 'new');
  const { email } = await server.app.get(IdentityService).invite(system, { email: `${uuid()}@example.org`, name: 'A stranger', roles: ['ADMINISTRATOR'], password: administrator.password });
  stranger = await server.signedIn(email);
});
afterAll(() => server.close());

interface Check { id: string; state: string; name: string; bytes: number; report: { verdict: string; findings: { code: string; severity: string }[]; zip: { sha256: string }; file: string } | null; reportUrl: string | null; fault: { code: string } | null }
const query = 'query ($id: ID!) { packageCheck(id: $id) { id state name bytes report reportUrl fault { code message } } }';
const send = (client: Client, body: Buffer | string, name = 'theirs.zip', type = 'application/zip') => client.fetch(`/packages/checks?name=${encodeURIComponent(name)}`, { method: 'POST', body: typeof body === 'string' ? body : new Uint8Array(body), headers: { 'content-type': type } });

async function checked(body: Buffer | string, name?: string): Promise<Check> {
  const response = await send(admin, body, name);
  expect(response.status).toBe(202);
  const { id } = await response.json() as { id: string };
  for (let tries = 0; tries < 600; tries += 1) {
    const { packageCheck } = await admin.must<{ packageCheck: Check }>(query, { id });
    if (packageCheck.state === 'DONE' || packageCheck.state === 'FAILED') return packageCheck;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the check was not done in time');
}
const left = () => readdir(join(server.database.dataDir, 'checks'));
const ours = async () => Buffer.from(await (await admin.fetch(`/packages/${room.version}/scorm-1.2.zip`)).arrayBuffer());

describe('a package that is sent to be checked', () => {
  test('of our own is told to be fine, with a report to keep', async () => {
    const zip = await ours();
    const check = await checked(zip, 'C:\\Temp\\our course.zip');
    expect(check).toMatchObject({ state: 'DONE', name: 'our course.zip', bytes: zip.length, fault: null, report: { verdict: 'fine', file: 'our course.zip' } });
    const page = await admin.fetch(check.reportUrl ?? '');
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await page.text()).toMatch(/^<!doctype html>/i);
  });

  test('that is broken or hostile gets a report that says so, and the server lives on', async () => {
    const zip = await ours();
    for (const body of ['no zip at all', zip.subarray(0, zip.length - 100), Buffer.concat([zip.subarray(0, 2000), Buffer.alloc(500, 7), zip.subarray(2500)])]) {
      const { state, report } = await checked(body);
      expect([state, report?.verdict === 'refused' || report?.verdict === 'objections']).toEqual(['DONE', true]);
      expect(report?.findings.some(({ severity }) => severity === 'error')).toBe(true);
    }
    expect((await admin.fetch('/readyz')).status).toBe(200);
  });

  test('leaves no file behind', async () => {
    await checked('no zip');
    for (let tries = 0; (await left()).length > 0 && tries < 100; tries += 1) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await left()).toEqual([]);
  });

  test('of more than a gigabyte is refused before it is read', async () => {
    const status = await new Promise<number>((resolveStatus, reject) => {
      const sending = request(`${server.url}/packages/checks`, { method: 'POST', headers: { 'content-type': 'application/zip', 'content-length': 2 ** 30 + 1, cookie: admin.cookie ?? '' } }, (response) => { resolveStatus(response.statusCode ?? 0); response.resume(); sending.destroy(); });
      sending.on('error', reject);
      sending.write('PK');
    });
    expect(status).toBe(413);
  });

  test('as another type of content is refused', async () => {
    const refused = await send(admin, '{}', 'x.json', 'application/json');
    expect([refused.status, await refused.json()]).toMatchObject([415, { code: 'CHECK_NOT_A_ZIP' }]);
  });

  test('is one of two at most for an organisation, so that nobody fills the line', async () => {
    const zip = await ours();
    const statuses = (await Promise.all(Array.from({ length: 5 }, () => send(admin, zip)))).map(({ status }) => status).sort();
    expect(statuses.slice(-1)).toEqual([429]);
    expect(statuses.filter((status) => status === 202).length).toBeGreaterThanOrEqual(1);
    for (let tries = 0; (await left()).length > 0 && tries < 400; tries += 1) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await checked('no zip')).toMatchObject({ state: 'DONE' });
  });

  test('is nobody else\'s business: a learner, nobody, another organisation', async () => {
    const { id, reportUrl } = await checked('no zip');
    expect((await send(learner, 'x')).status).toBe(403);
    expect((await send(server.client(), 'x')).status).toBe(401);
    expect((await learner.ask(query, { id })).errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await learner.fetch(reportUrl ?? '')).status).toBe(403);
    expect(await stranger.must(query, { id })).toEqual({ packageCheck: null });
    expect((await stranger.fetch(reportUrl ?? '')).status).toBe(404);
  });

  test('is forgotten after an hour', async () => {
    const { id, reportUrl } = await checked('no zip');
    await server.app.get(Database).write((manager) => manager.query(`UPDATE "package_check" SET "asked_at" = '2026-01-01T00:00:00.000Z' WHERE "id" = '${id}'`));
    expect(await admin.must(query, { id })).toEqual({ packageCheck: null });
    expect((await admin.fetch(reportUrl ?? '')).status).toBe(404);
  });
});
