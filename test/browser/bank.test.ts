import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { axeFindings, tooWideBy } from './axe.js';
import { launchChromium, sizes, watchedTab } from './chromium.js';
import { browserOf } from './people.js';
import { type Product, startProduct } from './product.js';

let product: Product;
let browser: Browser;
beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), launchChromium()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

/** What is wrong with the screen as it is: on a laptop by axe, on a phone whether it is too wide. */
async function faults(page: Page, screen: string): Promise<string[]> {
  const found = (await axeFindings(page)).map((finding) => `${screen}: ${finding}`);
  await page.setViewportSize(sizes.phone);
  const wide = await tooWideBy(page);
  await page.setViewportSize(sizes.laptop);
  return wide > 0 ? [...found, `${screen}: ${wide} pixels too wide on a phone`] : found;
}

test('an instructor finds questions, puts them into a folder and takes it back, sees what nothing asks, and what is alike', async () => {
  const { page, troubles } = await watchedTab(await browserOf(browser, product, 'Elliot Marsh'));
  await page.setViewportSize(sizes.laptop);
  await page.goto('/courses');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Questions' }).click();
  await page.getByRole('link', { name: 'Know your legal scope' }).waitFor();
  const found = await faults(page, 'banks');

  await page.getByRole('link', { name: 'Know your legal scope' }).click();
  await page.getByText('16 questions', { exact: true }).waitFor();
  await page.getByRole('searchbox', { name: 'Search' }).fill('telehe');
  await page.waitForURL(/q=telehe/);
  await page.getByRole('heading', { name: 'No question fits' }).or(page.getByRole('row').nth(1)).first().waitFor();
  await page.getByRole('button', { name: /^(Show all questions|Clear the search)/ }).first().click();
  await page.getByText('16 questions', { exact: true }).waitFor();

  await page.getByRole('button', { name: 'Make a folder' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Statutes');
  await page.getByRole('dialog').getByRole('button', { name: 'Make the folder' }).click();
  await page.getByRole('link', { name: 'Statutes 0' }).waitFor();
  await page.getByRole('checkbox', { name: 'Choose all on this page' }).check();
  await page.getByRole('button', { name: 'Change them' }).click();
  await page.getByRole('menuitem', { name: 'Move to a folder' }).click();
  await page.getByLabel('Folder').last().selectOption({ label: 'Statutes' });
  await page.getByRole('button', { name: 'Move 16 questions' }).click();
  await page.getByRole('link', { name: 'Statutes 16' }).waitFor();
  found.push(...await faults(page, 'a bank after a change'));
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Taken back: 16 questions are as they were.').waitFor();
  await page.getByRole('link', { name: 'Statutes 0' }).waitFor();

  await page.getByRole('button', { name: /^This bank/ }).click();
  await page.getByRole('menuitem', { name: 'Coverage of its course' }).click();
  await page.getByRole('button', { name: 'Know your legal scope' }).click();
  await page.getByRole('link', { name: /^s16, Recall: 1 question$/ }).waitFor();
  expect(await page.getByRole('link', { name: 's16, Judgement: none, write one' }).getAttribute('href')).toMatch(/statement=s16&level=judgement$/);
  found.push(...await faults(page, 'coverage'));
  await page.getByRole('link', { name: /^s16, Recall: 1 question$/ }).click();
  await page.getByText('1 question', { exact: true }).waitFor();

  await page.goto('/bank/duplicates');
  await page.getByRole('button', { name: 'Compare all questions' }).click();
  await page.getByText(/^92 questions were compared/).waitFor();
  found.push(...await faults(page, 'what is alike'));
  // A question to the server that a newer one has overtaken is given up.
  expect([...found, ...troubles.filter((trouble) => !/graphql net::ERR_ABORTED$/.test(trouble))]).toEqual([]);
}, 60_000);
