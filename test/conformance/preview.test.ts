import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser, watchedPage } from './browser.js';
import { courses } from './built-package.js';

const bin = join(import.meta.dirname, '../../apps/cli/bin/preceptor.mjs');
let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser.close());

test('an author sees each saved change in the real player, and her mistakes laid over the page until they are mended', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'preceptor-preview-'));
  await cp(courses['course-small'], folder, { recursive: true });
  const preview = spawn(process.execPath, [bin, 'preview', folder, '--port', '0'], { env: { ...process.env, NODE_OPTIONS: '' } });
  let said = '';
  preview.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  try {
    while (!/http:\S+/.test(said)) await once(preview.stderr, 'data');
    const context = await browser.newContext();
    const { page, troubles } = await watchedPage(context);
    await page.goto(/http:\S+/.exec(said)?.[0] ?? '');
    await page.getByRole('button', { name: 'I have read this and understand it' }).click();
    await page.getByText('Two towers on one coast').waitFor();

    const lesson = join(folder, 'units/01-light/01-character.md');
    const text = await readFile(lesson, 'utf8');
    await writeFile(lesson, text.replace('Two towers', 'Three towers'));
    await page.getByText('Three towers on one coast').waitFor();

    await writeFile(lesson, text.replace('check-character', 'check-charakter'));
    await page.getByRole('alert').getByText('Did you mean "check-character"?').waitFor();
    await page.getByText('Three towers on one coast').waitFor();

    await writeFile(lesson, text);
    await page.getByText('Two towers on one coast').waitFor();
    expect(await page.getByText('The source has errors').count()).toBe(0);
    // A page that is loaded again gives up its event stream.
    expect(troubles.filter((trouble) => !trouble.includes('preview-events'))).toEqual([]);
    await context.close();
  } finally {
    preview.kill('SIGINT');
    await once(preview, 'close');
    await rm(folder, { recursive: true });
  }
});
