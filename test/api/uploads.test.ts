import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import yazl from 'yazl';
import { administrator, type Client, startServer, type TestServer } from './server.js';

let server: TestServer;
let instructor: Client;
let folder: string;
let leftBefore: string[];
const leftBehind = async () => (await readdir(tmpdir())).filter((name) => name.startsWith('preceptor-upload-'));
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'preceptor-zips-'));
  leftBefore = await leftBehind();
  server = await startServer();
  instructor = await server.signedIn(administrator.email);
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const source = resolve('test/fixtures/course-small');

/** The small course as a zip, in a folder of its own where `inside` names one; `more` adds files. */
async function zipped(name: string, inside = '', more: (zip: yazl.ZipFile) => void = () => undefined): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const entry of await readdir(source, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) zip.addFile(join(entry.parentPath, entry.name), inside + join(entry.parentPath, entry.name).slice(source.length + 1));
  }
  more(zip);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(join(folder, name)));
  return readFile(join(folder, name));
}

const upload = (body: Buffer | string, type = 'application/zip') => instructor.fetch('/courses', { method: 'POST', body: typeof body === 'string' ? body : new Uint8Array(body), headers: { 'content-type': type } });
const answer = async (response: Response) => ({ status: response.status, ...(await response.json() as { code?: string; message?: string; title?: string; number?: number }) });

/** Replaces a text by another of the same length, in names of entries. */
const renamed = (zip: Buffer, from: string, to: string) => Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1');

describe('a course source sent as a zip', () => {
  test('becomes a version, whether the files stand at the top or in a folder, and the same source is one version', async () => {
    const first = await answer(await upload(await zipped('top.zip')));
    expect(first).toMatchObject({ status: 201, number: 1 });
    expect(await answer(await upload(await zipped('inside.zip', 'my-course/')))).toEqual(first);
  });

  test('with a mistake in it is refused with file, line and column, and no version is made', async () => {
    const broken = await zipped('broken.zip', '', (zip) => zip.addBuffer(Buffer.from('---\nid: Not An Id\n---\n'), 'units/01-broken/01-lesson.md'));
    const refused = await answer(await upload(broken));
    expect(refused).toMatchObject({ status: 422, code: 'COURSE_HAS_ERRORS' });
    expect(refused.message).toMatch(/PRE\d{4} units\/01-broken\/01-lesson\.md:\d+:\d+: /);
    const { courses } = await instructor.must<{ courses: { nodes: { versions: { totalCount: number } }[] } }>('{ courses { nodes { versions { totalCount } } } }');
    expect(courses.nodes.map(({ versions }) => versions.totalCount)).toEqual([1]);
  });

  test('that is no zip, or holds no course, is refused', async () => {
    expect(await answer(await upload('hello'))).toMatchObject({ status: 415, code: 'NOT_A_ZIP' });
    const zip = new yazl.ZipFile();
    zip.addBuffer(Buffer.from('x'), 'readme.txt');
    zip.end();
    await pipeline(zip.outputStream, createWriteStream(join(folder, 'none.zip')));
    expect(await answer(await upload(await readFile(join(folder, 'none.zip'))))).toMatchObject({ status: 415, code: 'NOT_A_ZIP' });
    const cut = await zipped('cut.zip');
    expect(await answer(await upload(cut.subarray(0, cut.length - 200)))).toMatchObject({ status: 415, code: 'NOT_A_ZIP' });
  });

  test('that names a file outside of itself writes nothing there', async () => {
    const escaping = renamed(await zipped('up.zip', '', (zip) => zip.addBuffer(Buffer.from('x'), 'aa/preceptor-escaped')), 'aa/preceptor-escaped', '../preceptor-escaped');
    expect(await answer(await upload(escaping))).toMatchObject({ status: 422, code: 'UNSAFE_ZIP' });
    const absolute = renamed(await zipped('abs.zip', '', (zip) => zip.addBuffer(Buffer.from('x'), 'xtmp/preceptor-escaped')), 'xtmp/preceptor-escaped', '/tmp/preceptor-escaped');
    expect(await answer(await upload(absolute))).toMatchObject({ status: 422, code: 'UNSAFE_ZIP' });
    expect((await readdir(tmpdir())).filter((name) => name.includes('preceptor-escaped'))).toEqual([]);
  });

  test('that holds a symbolic link is refused', async () => {
    const link = await zipped('link.zip', '', (zip) => zip.addBuffer(Buffer.from('/etc/passwd'), 'media/link.svg', { mode: 0o120777 }));
    expect(await answer(await upload(link))).toMatchObject({ status: 422, code: 'UNSAFE_ZIP' });
  });

  test('that unpacks to more than it may, or to more than it claims, is stopped', async () => {
    expect(await answer(await upload(zipClaiming(600 * 2 ** 20)))).toMatchObject({ status: 413, code: 'ZIP_TOO_LARGE' });
    expect(await answer(await upload(zipClaiming(10)))).toMatchObject({ status: 413, code: 'ZIP_TOO_LARGE' });
  });

  test('of a gigabyte is refused before it is read', async () => {
    const status = await new Promise<number>((resolveStatus, reject) => {
      const sending = request(`${server.url}/courses`, { method: 'POST', headers: { 'content-type': 'application/zip', 'content-length': 2 ** 30, cookie: instructor.cookie ?? '' } }, (response) => { resolveStatus(response.statusCode ?? 0); response.resume(); sending.destroy(); });
      sending.on('error', reject);
      sending.write('PK');
    });
    expect(status).toBe(413);
  });

  test('from a learner, or from nobody, is refused', async () => {
    expect((await server.client().fetch('/courses', { method: 'POST', body: 'x', headers: { 'content-type': 'application/zip' } })).status).toBe(401);
  });

  test('as another type of content is refused, and the server goes on answering', async () => {
    expect((await upload('x', 'text/plain')).status).toBeGreaterThanOrEqual(400);
    expect((await instructor.fetch('/readyz')).status).toBe(200);
    expect(await leftBehind()).toEqual(leftBefore);
  });
});

/** One entry that claims so many bytes and inflates to 64 MB. */
function zipClaiming(claimed: number): Buffer {
  const name = Buffer.from('course.yaml');
  const data = deflateRawSync(Buffer.alloc(64 * 2 ** 20));
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(8, 4);
  common.writeUInt32LE(data.length, 14);
  common.writeUInt32LE(claimed, 18);
  common.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, name, data]);
  const central = Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), common, Buffer.alloc(14), name]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}
