import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { axeFindings, tooWideBy } from './axe.js';
import { launchChromium, sizes, watchedTab } from './chromium.js';
import { ask, browserOf } from './people.js';
import { type Product, startProduct } from './product.js';

let product: Product;
let browser: Browser;
let context: BrowserContext;
beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), launchChromium()]);
  context = await browserOf(browser, product, 'Elliot Marsh', { acceptDownloads: true });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const choose = (page: Page, name: string, text: string) => page.getByLabel('Choose a file').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
const table = (stem: string) => `No;Question;A;B;Answer\nfruit;${stem};Carrot;Apple;B\nroot;Which is a root?;Carrot;Apple;Z\n`;

async function isFine(page: Page): Promise<void> {
  expect(await axeFindings(page)).toEqual([]);
  await page.setViewportSize(sizes.phone);
  expect(await tooWideBy(page)).toBe(0);
  await page.setViewportSize(sizes.laptop);
}

test('an instructor brings a table of questions in, sees what is wrong with it, takes it back, and sends a bank to Moodle', async () => {
  const { createItemBank: { id } } = await ask<{ createItemBank: { id: string } }>(context, 'mutation { createItemBank(input: {title: "Week three"}) { id } }');
  const { page, troubles } = await watchedTab(context);
  await page.goto(`/bank/${id}`);
  await page.getByRole('button', { name: 'This bank' }).click();
  await page.getByRole('menuitem', { name: 'Import questions from a file' }).click();
  await choose(page, 'week.pdf', 'no questions');
  await page.getByRole('alert').getByText('It is not clear what format this file has').waitFor();

  await choose(page, 'week.csv', table('Which is a fruit?'));
  await page.getByRole('heading', { name: 'Which column holds what?' }).waitFor();
  expect(await page.getByLabel('The right answer').inputValue()).toBe('Answer');
  await isFine(page);
  await page.getByRole('button', { name: 'Read the table so' }).click();
  await page.getByRole('heading', { name: '1 question can come in; 1 can’t' }).waitFor();
  await page.getByRole('link', { name: /^Can’t come in/ }).click();
  await page.getByRole('row', { name: /root.*line 3.*names "Z"/ }).waitFor();
  await isFine(page);
  await page.getByRole('button', { name: 'Import 1 question' }).click();
  await page.getByRole('heading', { name: '1 new question came in.' }).waitFor();

  await page.getByRole('button', { name: 'Import another file' }).click();
  await choose(page, 'week.csv', table('Which is a sweet fruit?').replace('No;Question;A;B;Answer', 'id;stem;choice 1;choice 2;correct'));
  await page.getByText('1 question has the name of one that is here already').waitFor();
  await page.getByRole('radio', { name: 'Import them beside' }).check();
  await page.getByRole('button', { name: 'Import 1 question' }).click();
  await page.getByRole('heading', { name: '1 new question came in, under another name.' }).waitFor();
  await page.getByRole('button', { name: 'Take it back' }).click();
  await page.getByRole('heading', { name: 'Taken back. 1 question is as before.' }).waitFor();
  await page.getByRole('link', { name: 'Week three' }).click();
  await page.getByRole('link', { name: 'Which is a fruit?' }).waitFor();

  await page.getByRole('button', { name: 'This bank' }).click();
  await page.getByRole('menuitem', { name: 'Export these questions' }).click();
  await page.getByRole('radio', { name: /Moodle XML/ }).check();
  await page.getByRole('button', { name: 'Write the file' }).click();
  await page.getByText('Details stand as tags that only Preceptor understands.').waitFor();
  await isFine(page);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download week-three.moodle.xml' }).click()]);
  expect(await readFile(await download.path(), 'utf8')).toContain('Which is a fruit?');
  // The first file was refused, and a list that is left is not waited for.
  expect(troubles.filter((trouble) => !/status of 422|ERR_ABORTED/.test(trouble))).toEqual([]);
}, 60_000);
