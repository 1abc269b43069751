import { createServer, type Server } from 'node:http';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { mediaTypeOf } from '@preceptor/packaging';
import { chromium, type Browser } from 'playwright-core';
import { writeSyntheticCourse, type SyntheticSize } from './synthetic-course.js';
import { median, timed } from './timing.js';

export interface FirstView {
  /** what goes over the wire until a learner can read, texts gzipped as web servers do */
  bytes: number;
  requests: number;
  /** milliseconds from the request to the heading of the first screen, median */
  usableMs: number;
}

const loads = 15;

/** Opens packages of two sizes in Chromium, each in a fresh browser context, in turn. Needs CHROMIUM_PATH or /usr/bin/chromium. */
export async function benchFirstView(small: SyntheticSize, large: SyntheticSize): Promise<{ small: FirstView; large: FirstView }> {
  const folder = await mkdtemp(join(tmpdir(), 'preceptor-bench-'));
  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  const sites: Site[] = [];
  try {
    for (const [name, size] of Object.entries({ small, large })) sites.push(await siteOf(join(folder, name), size));
    const times: number[][] = [[], []];
    for (let index = 0; index <= loads; index += 1) {
      for (const [which, site] of sites.entries()) {
        const ms = await load(browser, site.url);
        if (index > 0) times[which]?.push(ms); // the first run warms the server and the browser
      }
    }
    const [one, other] = await Promise.all(sites.map(async (site, which): Promise<FirstView> => ({ ...(await weigh(browser, site)), usableMs: median(times[which] ?? []) })));
    if (one === undefined || other === undefined) throw new Error('there are two sites');
    return { small: one, large: other };
  } finally {
    await browser.close();
    for (const { server } of sites) server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Site { url: string; server: Server; sent: Map<string, number> }

/** Packages a course and serves it as a web server does: texts gzipped. `sent` is what was asked for, and its bytes. */
async function siteOf(folder: string, size: SyntheticSize): Promise<Site> {
  await writeSyntheticCourse(join(folder, 'course'), size);
  const zip = join(folder, 'course.zip');
  await timed(process.execPath, ['apps/cli/bin/preceptor.mjs', 'package', join(folder, 'course'), '--standard', 'site', '--out', zip], process.cwd());
  await timed('unzip', ['-q', zip, '-d', join(folder, 'files')], folder);
  const sent = new Map<string, number>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    const path = normalize(decodeURIComponent(pathname)).replace(/\/$/, '/index.html');
    readFile(join(folder, 'files', path)).then((bytes) => {
      const { type, compress } = mediaTypeOf(path);
      const body = compress ? gzipSync(bytes) : bytes;
      sent.set(path, body.length);
      response.writeHead(200, { 'content-type': type, ...(compress ? { 'content-encoding': 'gzip' } : {}) }).end(body);
    }, () => response.writeHead(404).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/index.html`, server, sent };
}

async function load(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.addInitScript(() => {
      const watch = new MutationObserver(() => {
        if (document.querySelector('h1') === null) return;
        watch.disconnect();
        requestAnimationFrame(() => performance.mark('usable'));
      });
      watch.observe(document, { childList: true, subtree: true });
    });
    await page.goto(url);
    const usable = await page.waitForFunction(() => performance.getEntriesByName('usable')[0]?.startTime);
    return Number(await usable.jsonValue());
  } finally {
    await context.close();
  }
}

async function weigh(browser: Browser, site: Site): Promise<Pick<FirstView, 'bytes' | 'requests'>> {
  site.sent.clear();
  await load(browser, site.url);
  return { bytes: [...site.sent.values()].reduce((sum, bytes) => sum + bytes, 0), requests: site.sent.size };
}
