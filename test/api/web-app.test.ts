import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Classroom, type Learner } from './classroom.js';
import { startServer, type TestServer } from './server.js';

let server: TestServer;
let folder: string;
let learner: Learner;
const script = `console.log(${JSON.stringify('a script of some length '.repeat(40))});`;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'preceptor-web-'));
  server = await startServer({ WEB_DIR: join(folder, 'web'), PLAYER_DIR: join(folder, 'player') });
  learner = await (await Classroom.open(server)).learner();
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

interface Answer { status: number; headers: Record<string, string | string[] | undefined>; body: Buffer }
/** As a browser asks, without the decoding that fetch does unasked. */
function ask(path: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request(server.url + path, { headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }));
    }).on('error', reject).end();
  });
}
async function build(path: string, text: string): Promise<void> {
  await mkdir(join(folder, path, '..'), { recursive: true });
  await writeFile(join(folder, path), text);
  await writeFile(join(folder, `${path}.gz`), gzipSync(text));
  await writeFile(join(folder, `${path}.br`), brotliCompressSync(text));
}
const html = { accept: 'text/html' };

describe('the web app', () => {
  test('is found as soon as it is built, and again after another build, without a restart', async () => {
    expect((await ask('/cohorts', html)).status).toBe(503);
    await build('web/index.html', `<!doctype html><title>One</title>${' '.repeat(400)}`);
    await build('web/assets/app-1.js', script);
    expect((await ask('/cohorts', html)).body.toString()).toContain('<title>One');
    expect((await ask('/assets/app-1.js')).body.toString()).toBe(script);
    await build('web/index.html', `<!doctype html><title>Second</title>${' '.repeat(400)}`);
    await build('web/assets/app-2.js', `${script}//2`);
    await rm(join(folder, 'web/assets/app-1.js'));
    expect((await ask('/cohorts', html)).body.toString()).toContain('<title>Second');
    expect((await ask('/assets/app-2.js')).body.toString()).toBe(`${script}//2`);
    expect((await ask('/assets/app-1.js')).status).toBe(404);
  });

  test.each([['br', brotliDecompressSync], ['gzip', gunzipSync]] as const)('is sent as %s to who takes that, with an ETag of its own', async (coding, decode) => {
    for (const path of ['/assets/app-2.js', '/cohorts']) {
      const plain = await ask(path, html);
      const packed = await ask(path, { ...html, 'accept-encoding': coding });
      expect(packed.headers).toMatchObject({ 'content-encoding': coding, vary: expect.stringMatching(/accept-encoding/i), 'content-type': plain.headers['content-type'] });
      expect(plain.headers['content-encoding']).toBeUndefined();
      expect(plain.headers['vary']).toMatch(/accept-encoding/i);
      expect(packed.headers['etag']).not.toBe(plain.headers['etag']);
      expect(decode(packed.body)).toEqual(plain.body);
      expect(packed.body.length).toBeLessThan(plain.body.length);
      const again = await ask(path, { ...html, 'accept-encoding': coding, 'if-none-match': String(packed.headers['etag']) });
      expect([again.status, again.body.length]).toEqual([304, 0]);
    }
  });

  test('keeps assets for ever and asks for the page each time', async () => {
    expect((await ask('/assets/app-2.js')).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await ask('/', html)).headers['cache-control']).toBe('no-cache');
  });

  test('gives nothing that lies above its folder or is hidden in it', async () => {
    await writeFile(join(folder, 'web/.built'), 'digest');
    await writeFile(join(folder, 'secret.txt'), 'secret');
    for (const path of ['/.built', '/../secret.txt', '/%2e%2e/secret.txt', '/assets/%2e%2e/%2e%2e/secret.txt', '/assets/..%2f..%2fsecret.txt', '/..%5csecret.txt', '/assets/%00']) {
      const answer = await ask(path);
      expect({ path, status: answer.status >= 400 }).toEqual({ path, status: true });
      expect(answer.body.toString()).not.toMatch(/^secret$|^digest$/);
    }
  });
});

describe('the player of a learner\'s course', () => {
  const player = (headers: Record<string, string> = {}) => ask(`/learn/${learner.enrolment}/hosted.js`, { cookie: learner.client.cookie ?? '', ...headers });
  test('comes compressed to who takes it so, and plain to who does not', async () => {
    await build('player/hosted.js', script);
    const plain = await player();
    const packed = await player({ 'accept-encoding': 'gzip, deflate, br' });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(packed.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding', 'content-type': 'text/javascript; charset=utf-8' });
    expect(brotliDecompressSync(packed.body)).toEqual(plain.body);
    expect(packed.headers['etag']).not.toBe(plain.headers['etag']);
    expect((await player({ 'accept-encoding': 'br', 'if-none-match': String(packed.headers['etag']) })).status).toBe(304);
    expect((await player({ 'accept-encoding': 'br;q=0, gzip;q=0.5' })).headers['content-encoding']).toBe('gzip');
    expect((await player({ 'accept-encoding': 'identity' })).body.toString()).toBe(script);
  });

  test('is never an older one than was built last', async () => {
    await build('player/hosted.js', script);
    const old = new Date(Date.now() - 60_000);
    for (const ending of ['.br', '.gz']) await utimes(join(folder, `player/hosted.js${ending}`), old, old);
    await writeFile(join(folder, 'player/hosted.js'), 'newer');
    expect((await player({ 'accept-encoding': 'gzip, br' })).body.toString()).toBe('newer');
  });
});
