import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { preview } from '../commands/preview.js';
import { compilerOf } from '../source.js';
import { servePreview, type PreviewServer } from './server.js';
import { PreviewState } from './state.js';

const source = join(import.meta.dirname, '../../../../test/fixtures/course-small');
let folder: string;
let course: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'preceptor-preview-'));
  course = join(folder, 'course');
  await cp(source, course, { recursive: true });
  process.env['PRECEPTOR_PLAYER'] = folder;
  await writeFile(join(folder, 'player.js'), '/* player */');
});
afterEach(() => rm(folder, { recursive: true }));

async function withServer(work: (server: PreviewServer, state: PreviewState) => Promise<void>): Promise<void> {
  const state = new PreviewState(await compilerOf(course));
  await state.compile();
  const server = await servePreview(state, 0);
  try {
    await work(server, state);
  } finally {
    await server.close();
  }
}

/** Reads server-sent events until one passes. */
async function eventWhere(url: string, passes: (event: { version: string; errors: boolean; diagnostics: string[] }) => boolean): Promise<{ version: string; errors: boolean; diagnostics: string[] }> {
  const response = await fetch(`${url}preview-events`);
  const reader = response.body?.getReader();
  if (reader === undefined) throw new Error('no events');
  let text = '';
  while (true) {
    const { value, done } = await reader.read();
    if (done) throw new Error('the events ended');
    text += Buffer.from(value).toString();
    for (const block of text.split('\n\n').slice(0, -1)) {
      const event = JSON.parse(block.replace(/^data: /, '')) as { version: string; errors: boolean; diagnostics: string[] };
      if (!passes(event)) continue;
      await reader.cancel();
      return event;
    }
    text = text.slice(text.lastIndexOf('\n\n') + 2);
  }
}

describe('the preview', () => {
  test('serves the course in the player, with the script that reloads it', () =>
    withServer(async ({ url }) => {
      const page = await (await fetch(url)).text();
      expect(page).toContain('player.js');
      expect(page).toContain('preview-client.js');
      expect((await fetch(`${url}preview-client.js`)).status).toBe(200);
      expect(await (await fetch(`${url}content/the-night.js`)).text()).toContain('preceptor:content');
      const picture = await fetch(`${url}media/sectors.svg`);
      expect(picture.headers.get('content-type')).toBe('image/svg+xml');
    }));

  test('gives a part of a file to a film player that seeks', () =>
    withServer(async ({ url }) => {
      const whole = await (await fetch(`${url}media/sectors.svg`)).text();
      const part = await fetch(`${url}media/sectors.svg`, { headers: { range: 'bytes=5-14' } });
      expect(part.status).toBe(206);
      expect(part.headers.get('content-range')).toBe(`bytes 5-14/${whole.length}`);
      expect(await part.text()).toBe(whole.slice(5, 15));
      expect((await fetch(`${url}media/sectors.svg`, { headers: { range: 'bytes=99999-' } })).status).toBe(416);
    }));

  test('gives nothing that is not in the course, and nothing to another host name', () =>
    withServer(async ({ url }) => {
      for (const path of ['course.yaml', '..%2f..%2fpackage.json', 'media/none.svg', '%E0%A4%A']) expect((await fetch(url + path)).status).toBe(404);
      const { port } = new URL(url);
      const { request } = await import('node:http');
      const status = await new Promise((resolve) => request({ port, host: '127.0.0.1', headers: { host: 'evil.example' } }, (response) => resolve(response.statusCode)).end());
      expect(status).toBe(403);
    }));

  test('shows what is wrong while the last good version stays', () =>
    withServer(async ({ url, announce }, state) => {
      const file = join(course, 'course.yaml');
      const before = state.version;
      await writeFile(file, (await readFile(file, 'utf8')).replace('licence:', 'licens:'));
      await state.compile();
      announce();
      const event = await eventWhere(url, ({ errors }) => errors);
      expect(event.version).toBe(before);
      expect(event.diagnostics.join('\n')).toContain('Did you mean "licence"?');
      expect(await (await fetch(url)).text()).toContain('player.js');
    }));

  test('a course that has never compiled still gives a page that tells why', async () => {
    await rm(join(course, 'statements.yaml'));
    await withServer(async ({ url }) => {
      const page = await (await fetch(url)).text();
      expect(page).toContain('preview-client.js');
      expect((await fetch(`${url}preview-client.js`)).status).toBe(200);
    });
  });

  test('a port that is taken is said in a sentence', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const address = taken.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const state = new PreviewState(await compilerOf(course));
    await expect(servePreview(state, port)).rejects.toMatchObject({ exitCode: 2, message: expect.stringContaining(`port ${port} is taken`) });
    taken.close();
  });
});

test('saving a lesson shows its new text at once', async () => {
  let heard = '';
  const err = new Writable({ write: (chunk: Buffer, _encoding, done) => { heard += chunk.toString(); done(); } });
  let stop = (): void => {};
  const running = preview(course, { port: 0 }, { out: err, err, interactive: false, columns: 100 }, new Promise((resolve) => (stop = resolve)));
  try {
    while (!/http:\S+/.test(heard)) await new Promise((resolve) => setTimeout(resolve, 20));
    const url = /http:\S+/.exec(heard)?.[0] ?? '';
    const first = await eventWhere(url, () => true);
    await new Promise((resolve) => setTimeout(resolve, 300)); // until the folder is watched
    const file = join(course, 'units/02-keeping/01-night.md');
    await writeFile(file, (await readFile(file, 'utf8')).replace('Lit at dusk', 'Lit as soon as the sun is down'));
    const began = performance.now();
    await eventWhere(url, ({ version }) => version !== first.version);
    expect(performance.now() - began).toBeLessThan(2000);
    expect(await (await fetch(`${url}content/the-night.js`)).text()).toContain('as soon as the sun is down');
  } finally {
    stop();
    expect(await running).toBe(0);
  }
});
