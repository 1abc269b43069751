import { createHash } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { standardNames } from '@preceptor/packaging';
import { IdentityService } from '../../apps/server/src/identity/identity.service.js';
import type { Actor } from '../../apps/server/src/identity/actor.js';
import { Database } from '../../apps/server/src/platform/database/database.js';
import { Classroom, uuid } from './classroom.js';
import { sampleCourse } from './sample-course.js';
import { administrator, type Client, startServer, type TestServer } from './server.js';

let server: TestServer;
let room: Classroom;
let admin: Client;
let coordinator: Client;
let learner: Client;
let stranger: Client;
beforeAll(async () => {
  server = await startServer();
  room = await Classroom.open(server);
  admin = await server.signedIn(administrator.email);
  coordinator = await member(room.system, 'COORDINATOR');
  ({ client: learner } = await room.learner());
  stranger = await member((await Classroom.open(server, 'new')).system, 'ADMINISTRATOR');
});
afterAll(() => server.close());

async function member(system: Actor, role: 'COORDINATOR' | 'ADMINISTRATOR'): Promise<Client> {
  const { email } = await server.app.get(IdentityService).invite(system, { email: `${uuid()}@example.org`, name: `A ${role.toLowerCase()}`, roles: [role], password: administrator.password });
  return server.signedIn(email);
}

interface Package { id: string; state: string; doneBytes: number; totalBytes: number; name: string; url: string | null; sha256: string | null; bytes: number | null; outOfDate: boolean; fault: { code: string; message: string } | null; options: Record<string, unknown>; account: { name: string } | null; courseVersion: { number: number }; label: string; lms: string | null }
const fields = 'id state doneBytes totalBytes name url sha256 bytes outOfDate fault { code message } options { status passMark language structure } account { name } courseVersion { number } label lms';
const make = `mutation ($version: ID!, $standard: String!, $options: PackageOptionsInput, $lms: String) { makePackage(version: $version, standard: $standard, options: $options, lms: $lms) { ${fields} } }`;
const ask = `query ($id: ID!) { coursePackage(id: $id) { ${fields} } }`;
const choices = 'query ($id: ID!) { courseVersion(id: $id) { packageOptions { standards { standard label url } options { status passMark attempts } ofSource { status passMark } languages savedAt savedBy { name } } } }';
const preview = 'query ($id: ID!, $standard: String!, $options: PackageOptionsInput) { courseVersion(id: $id) { packagePreview(standard: $standard, options: $options) { status tell warnings { code message } bytes options { status } } } }';
const save = 'mutation ($course: ID!, $options: PackageOptionsInput!) { savePackageOptions(course: $course, options: $options) { id latestVersion { packageOptions { options { status passMark } savedBy { name } } } } }';
const history = 'query ($id: ID!, $first: Int, $after: String) { course(id: $id) { packageDownloads(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { id at account { name } package { id standard sha256 bytes outOfDate courseVersion { number } } } } } }';

/** Asks until the package is done. */
async function done(client: Client, id: string): Promise<Package> {
  for (let tries = 0; tries < 400; tries += 1) {
    const { coursePackage } = await client.must<{ coursePackage: Package }>(ask, { id });
    if (coursePackage.state === 'READY' || coursePackage.state === 'FAILED') return coursePackage;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the package was not done in time');
}
async function made(client: Client, standard = 'scorm-1.2', options: object = {}, version = room.version): Promise<Package> {
  const { makePackage } = await client.must<{ makePackage: Package }>(make, { version, standard, options });
  return done(client, makePackage.id);
}
const shaOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const kept = () => readdir(join(server.database.dataDir, 'packages'));
const bodyOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

describe('what a package can be', () => {
  test('is every standard that the packager knows, with the options that stand with the course', async () => {
    const { courseVersion: { packageOptions } } = await coordinator.must<{ courseVersion: { packageOptions: { standards: { standard: string; url: string }[] } } }>(choices, { id: room.version });
    expect(packageOptions.standards.map(({ standard }) => standard)).toEqual([...standardNames]);
    expect(packageOptions).toMatchObject({ options: { status: 'passed-failed', passMark: null, attempts: null }, ofSource: { status: 'passed-failed' }, languages: ['en'], savedAt: null, savedBy: null });
  });

  test('can be saved for the course, and goes back to the course source where it is left out', async () => {
    const { savePackageOptions } = await coordinator.must<{ savePackageOptions: object }>(save, { course: room.courseId, options: { status: 'completed', passMark: 0.7 } });
    expect(savePackageOptions).toEqual({ id: room.courseId, latestVersion: { packageOptions: { options: { status: 'completed', passMark: 0.7 }, savedBy: { name: 'A coordinator' } } } });
    expect((await made(coordinator)).options).toMatchObject({ status: 'completed', passMark: 0.7 });
    expect((await made(coordinator, 'scorm-1.2', { passMark: null })).options).toMatchObject({ status: 'completed', passMark: null });
    await coordinator.must(save, { course: room.courseId, options: {} });
    expect((await made(coordinator)).options).toMatchObject({ status: 'passed-failed', passMark: null });
  });

  test.each<[object, string[]]>([
    [{ status: 'perhaps' }, ['options', 'status']],
    [{ passMark: 80 }, ['options', 'passMark']],
    [{ attempts: 0 }, ['options', 'attempts']],
    [{ language: 'tlh' }, ['options', 'language']],
    [{ validUntil: '2027-02-30' }, ['options', 'validUntil']],
    [{ structure: null }, ['options', 'structure']],
  ])('is refused with the path to the option at fault: %j', async (options, path) => {
    for (const [text, variables] of [[make, { version: room.version, standard: 'scorm-1.2', options }], [save, { course: room.courseId, options }], [preview, { id: room.version, standard: 'scorm-1.2', options }]] as const) {
      expect((await coordinator.ask(text, variables)).errors[0]?.extensions).toEqual({ code: 'BAD_INPUT', path });
    }
  });

  test('is told in sentences before it is made, and about how large', async () => {
    const told = async (options: object) => (await coordinator.must<{ courseVersion: { packagePreview: { status: string[]; bytes: number } } }>(preview, { id: room.version, standard: 'scorm-1.2', options })).courseVersion.packagePreview;
    const { status, bytes } = await told({});
    expect(status.join(' ')).toMatch(/80 %/);
    expect((await told({ passMark: 0.65 })).status.join(' ')).toMatch(/65 %/);
    const real = (await made(coordinator)).bytes ?? 0;
    expect(bytes).toBeGreaterThan(real / 2);
    expect(bytes).toBeLessThan(real * 2);
    expect((await coordinator.ask(preview, { id: room.version, standard: 'scorm-9' })).errors[0]?.extensions.code).toBe('NO_SUCH_STANDARD');
  });
});

describe('a package that is asked for', () => {
  test.each(standardNames.map((name) => [name]))('is made and can be downloaded: %s', async (standard) => {
    const ready = await made(coordinator, standard);
    expect(ready).toMatchObject({ state: 'READY', fault: null, account: { name: 'A coordinator' }, courseVersion: { number: 1 }, doneBytes: ready.bytes, totalBytes: ready.bytes });
    const response = await coordinator.fetch(ready.url ?? '');
    const zip = await bodyOf(response);
    expect(shaOf(zip)).toBe(ready.sha256);
    expect(zip.length).toBe(ready.bytes);
    expect(response.headers.get('content-length')).toBe(String(ready.bytes));
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${ready.name}"`);
  });

  test('is downloaded on from where it broke off, and not again where the client has it', async () => {
    const { url, sha256, bytes } = await made(coordinator);
    const whole = await bodyOf(await coordinator.fetch(url ?? ''));
    const etag = `"${sha256}"`;
    const rest = await coordinator.fetch(url ?? '', { headers: { range: 'bytes=1000-', 'if-range': etag } });
    expect([rest.status, rest.headers.get('content-range')]).toEqual([206, `bytes 1000-${(bytes ?? 0) - 1}/${bytes}`]);
    expect((await bodyOf(rest)).equals(whole.subarray(1000))).toBe(true);
    const another = await coordinator.fetch(url ?? '', { headers: { range: 'bytes=1000-', 'if-range': '"another"' } });
    expect([another.status, (await bodyOf(another)).length]).toEqual([200, bytes]);
    expect((await coordinator.fetch(url ?? '', { headers: { range: `bytes=${bytes}-` } })).status).toBe(416);
    expect((await coordinator.fetch(url ?? '', { headers: { 'if-none-match': etag } })).status).toBe(304);
    const head = await coordinator.fetch(url ?? '', { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), head.headers.get('etag')]).toEqual([200, String(bytes), etag]);
  });

  test('twice at once is one package', async () => {
    const [one, other] = await Promise.all([1, 2].map(() => coordinator.must<{ makePackage: Package }>(make, { version: room.version, standard: 'site', options: { exitButton: true } })));
    expect(one?.makePackage.id).toBe(other?.makePackage.id);
  });

  test('is the same to the byte when it is made again', async () => {
    expect((await made(coordinator)).sha256).toBe((await made(coordinator)).sha256);
  });

  test('in one go by its standard has the same bytes, and is told where there is no such standard', async () => {
    const { sha256 } = await made(coordinator);
    const response = await coordinator.fetch(`/packages/${room.version}/scorm-1.2.zip`);
    expect(shaOf(await bodyOf(response))).toBe(sha256);
    const refused = await coordinator.fetch(`/packages/${room.version}/scorm-9.zip`);
    expect([refused.status, await refused.json()]).toEqual([404, expect.objectContaining({ code: expect.any(String) })]);
  });

  test('that cannot be made says why, and offers nothing', async () => {
    const missing = { path: 'media/gone.png', sha256: 'a'.repeat(64), bytes: 3, type: 'image/png', width: 1, height: 1 };
    const version = await room.publish({ ...sampleCourse('broken'), media: [missing] }, 7);
    const failed = await made(coordinator, 'scorm-1.2', {}, version);
    expect(failed).toMatchObject({ state: 'FAILED', url: null, sha256: null, fault: { code: 'PACKAGE_NOT_MADE', message: expect.stringContaining('media/gone.png') } });
    expect(failed.fault?.message).not.toContain(server.database.dataDir);
    const refused = await coordinator.fetch(`/packages/${failed.id}/${failed.name}`);
    expect([refused.status, await refused.json()]).toMatchObject([409, { code: 'PACKAGE_NOT_READY' }]);
    await server.app.get(Database).write((manager) => manager.query(`DELETE FROM "course_package" WHERE "course_version_id" = '${version}'`));
    await server.app.get(Database).write((manager) => manager.query(`DELETE FROM "course_version" WHERE "id" = '${version}'`));
  });

  test('whose file made room for others is told to be gone, and is made again', async () => {
    const first = await made(coordinator, 'scorm-1.2', { attempts: 7 });
    for (const name of await kept()) await rm(join(server.database.dataDir, 'packages', name));
    expect((await done(coordinator, first.id)).url).toBeNull();
    const refused = await coordinator.fetch(first.url ?? '');
    expect([refused.status, await refused.json()]).toMatchObject([410, { code: 'PACKAGE_GONE' }]);
    expect((await made(coordinator, 'scorm-1.2', { attempts: 7 })).sha256).toBe(first.sha256);
  });

  test('leaves nothing unfinished behind', async () => {
    await made(coordinator);
    expect((await kept()).filter((name) => !/^[0-9a-f]{64}\.(zip|json)$/.test(name))).toEqual([]);
  });
});

describe('the history of a course', () => {
  interface Downloads { course: { packageDownloads: { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string }; nodes: { at: string; account: { name: string }; package: { id: string; outOfDate: boolean; sha256: string; courseVersion: { number: number } } }[] } } }
  const downloads = async (client: Client, first = 20, after: string | null = null) => (await client.must<Downloads>(history, { id: room.courseId, first, after })).course.packageDownloads;

  test('says who downloaded what and when, newest first, each download once however it comes', async () => {
    const before = (await downloads(admin)).totalCount;
    const ready = await made(coordinator);
    const url = ready.url ?? '';
    await bodyOf(await admin.fetch(url));
    await bodyOf(await coordinator.fetch(url, { headers: { range: 'bytes=0-' } }));
    await bodyOf(await coordinator.fetch(url, { headers: { range: 'bytes=500-' } }));
    await coordinator.fetch(url, { method: 'HEAD' });
    const { totalCount, nodes } = await downloads(admin);
    expect(totalCount).toBe(before + 2);
    expect(nodes[0]).toMatchObject({ account: { name: 'A coordinator' }, package: { id: ready.id, sha256: ready.sha256, bytes: ready.bytes, standard: 'scorm-1.2', outOfDate: false, courseVersion: { number: 1 } } });
    expect(Date.now() - Date.parse(nodes[0]?.at ?? '')).toBeLessThan(60_000);
    expect(nodes[1]?.account.name).not.toBe('A coordinator');
  });

  test('is paged, and a page of a hundred takes no more statements than a page of one', async () => {
    const { url } = await made(coordinator);
    for (let n = 0; n < 12; n += 1) await bodyOf(await coordinator.fetch(url ?? ''));
    const database = server.app.get(Database);
    const counts: number[] = [];
    for (const first of [1, 10, 100]) {
      const once = async () => {
        const before = database.statements;
        await downloads(coordinator, first);
        return database.statements - before;
      };
      // What the server does by itself now and then is not this page's.
      counts.push(Math.min(await once(), await once(), await once()));
    }
    expect(Math.max(...counts) - Math.min(...counts)).toBe(0);
    const seen: string[] = [];
    for (let page = await downloads(coordinator, 5); ; page = await downloads(coordinator, 5, page.pageInfo.endCursor)) {
      seen.push(...page.nodes.map(({ at }) => at));
      if (!page.pageInfo.hasNextPage) break;
    }
    expect(seen).toHaveLength((await downloads(coordinator)).totalCount);
    expect([...seen].sort().reverse()).toEqual(seen);
  });

  test('marks what is out of date once a newer version is published', async () => {
    await room.publish(sampleCourse('2'), 2);
    const { nodes } = await downloads(coordinator);
    expect(nodes.every((node) => node.package.outOfDate)).toBe(true);
    expect(await made(coordinator)).toMatchObject({ outOfDate: true });
  });
});

describe('whoever may not', () => {
  test('have packages learns nothing of them: a learner, nobody, a key without the scope', async () => {
    const { id, url } = await made(coordinator);
    for (const [client, code] of [[learner, 'FORBIDDEN'], [server.client(), 'UNAUTHENTICATED']] as const) {
      for (const [text, variables] of [[make, { version: room.version, standard: 'site' }], [ask, { id }], [save, { course: room.courseId, options: {} }], [history, { id: room.courseId }], [choices, { id: room.version }]] as const) {
        expect((await client.ask(text, variables)).errors[0]?.extensions.code).toBe(code);
      }
      expect((await client.fetch(url ?? '')).status).toBe(code === 'FORBIDDEN' ? 403 : 401);
    }
    const { createApiKey } = await admin.must<{ createApiKey: { key: string } }>('mutation { createApiKey(name: "Reads", scopes: ["read"]) { key } }');
    const program = server.client({ authorization: `Bearer ${createApiKey.key}` });
    expect((await program.ask(save, { course: room.courseId, options: {} })).errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await made(program)).toMatchObject({ state: 'READY' });
  });

  test('be in this organisation is told the same of what is here as of what is nowhere', async () => {
    const { id, url, name } = await made(coordinator);
    const nowhere = uuid();
    for (const wanted of [id, nowhere]) expect(await stranger.must(ask, { id: wanted })).toEqual({ coursePackage: null });
    for (const wanted of [room.version, nowhere]) expect((await stranger.ask(make, { version: wanted, standard: 'site' })).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    for (const wanted of [room.courseId, nowhere]) {
      expect((await stranger.ask(save, { course: wanted, options: {} })).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
      expect(await stranger.must(history, { id: wanted })).toEqual({ course: null });
    }
    const answers = await Promise.all([url ?? '', `/packages/${nowhere}/${name}`, `/packages/${room.version}/scorm-1.2.zip`, `/packages/${nowhere}/scorm-1.2.zip`].map(async (path) => {
      const response = await stranger.fetch(path);
      return [response.status, await response.text()];
    }));
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(answers[0]?.[0]).toBe(404);
  });
});
