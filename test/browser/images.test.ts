import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from './chromium.js';
import { browserOf, type Name } from './people.js';
import { type Places, placesIn } from './places.js';
import { type Product, startProduct } from './product.js';

/** The pictures of the README are made anew only when asked for: UPDATE_IMAGES=1 npm test -- browser */
const update = process.env['UPDATE_IMAGES'] === '1';
const folder = join(import.meta.dirname, '../../docs/images');
const mostBytes = 300_000;

interface Picture { file: string; who: Name; open(page: Page, places: Places): Promise<void> }
const pictures: Picture[] = [
  { file: 'learner.png', who: 'Ravi Menon', open: async (page, { enrolments }) => {
    await page.goto(`/learn/${enrolments.get('Ravi Menon')}/#/lesson/medicine-and-support`);
    await page.locator('main h1').waitFor();
    await page.locator('header .save').getByText('Saved', { exact: true }).waitFor();
  } },
  { file: 'instructor.png', who: 'Elliot Marsh', open: async (page, { course }) => {
    await page.goto(`/courses/${course}/items/check-medicine-and-support`);
    await page.getByRole('heading', { name: 'How it was answered' }).waitFor();
    await page.frameLocator('iframe').locator('.question').waitFor();
  } },
  { file: 'coordinator.png', who: 'Dana Whitfield', open: async (page, { cohort }) => {
    await page.goto(`/cohorts/${cohort}`);
    await page.getByRole('table', { name: /^Learners/ }).waitFor();
  } },
];

let product: Product | undefined;
let browser: Browser | undefined;

beforeAll(async () => {
  if (update) [product, browser] = await Promise.all([startProduct(), launchChromium()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

test.each(pictures)('the README shows $file, small enough to load at once', async ({ file, who, open }) => {
  const path = join(folder, file);
  if (browser !== undefined && product !== undefined) {
    const context = await browserOf(browser, product, who);
    const page = await context.newPage();
    await open(page, await placesIn(browser, product));
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
    await context.close();
  }
  expect((await stat(path)).size).toBeLessThan(mostBytes);
});
