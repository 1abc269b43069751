import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser.js';
import { builtPlayer, courses } from './built-package.js';

const bin = join(import.meta.dirname, '../../apps/cli/bin/preceptor.mjs');
let browser: Browser;
let folder: string;
beforeAll(async () => {
  browser = await launchBrowser();
  folder = await mkdtemp(join(tmpdir(), 'preceptor-review-'));
  await builtPlayer();
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

test('a reviewer opens one page from her disk, reads, sees the pictures and tries a question, and nothing is asked of anybody', async () => {
  const out = join(folder, 'review.html');
  const { status, stderr } = spawnSync(process.execPath, [bin, 'preview', courses['course-small'], '--out', out], { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(await readdir(folder)).toEqual(['review.html']);

  const context = await browser.newContext();
  const page = await context.newPage();
  const asked: string[] = [];
  const troubles: string[] = [];
  page.on('request', (request) => asked.push(request.url().slice(0, 60)));
  page.on('console', (message) => { if (message.type() === 'error' || message.type() === 'warning') troubles.push(message.text()); });
  page.on('pageerror', (error) => troubles.push(error.message));
  await page.goto(pathToFileURL(out).href);
  await page.getByText('Two towers on one coast').waitFor();
  await page.getByText('Nothing you do here is recorded').waitFor();
  await page.getByText('By its rhythm and colour').click();
  await page.getByRole('button', { name: 'Check my answer' }).first().click();
  await page.getByText('the two together are its character').waitFor();
  await page.goto(`${pathToFileURL(out).href}#/lesson/lens-and-sectors`);
  const picture = page.locator('img').first();
  await picture.waitFor();
  await page.waitForFunction(() => { const image = document.querySelector('img'); return image !== null && image.complete && image.naturalWidth > 0; });
  expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([pathToFileURL(out).href.slice(0, 60)]);
  expect(troubles).toEqual([]);
  expect(await readFile(out, 'utf8')).not.toContain('unsafe-');
  await context.close();
});
