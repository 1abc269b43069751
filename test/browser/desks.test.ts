import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import type { CompiledCourse } from '@preceptor/course/compiled';
import { itemById } from '@preceptor/course/delivery';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from './chromium.js';
import { choicesOf, demoCourse } from './course.js';
import { ask, browserOf } from './people.js';
import { type Places, placesIn } from './places.js';
import { answerCheck, check, next, openPlayer, saved } from './player.js';
import { type Product, startProduct } from './product.js';

const lesson = 'medicine-and-support';
const item = 'check-medicine-and-support';

let product: Product;
let browser: Browser;
let course: CompiledCourse;
let places: Places;

beforeAll(async () => {
  [product, browser, course] = await Promise.all([startProduct(), launchChromium(), demoCourse()]);
  places = await placesIn(browser, product);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

test('what a learner answers is counted on the item page, and her progress stands in the coordinator\'s table', async () => {
  const { wrong } = choicesOf(course, item);
  const [instructor, coordinator] = [await (await browserOf(browser, product, 'Elliot Marsh')).newPage(), await (await browserOf(browser, product, 'Dana Whitfield')).newPage()];
  const before = { answers: await counted(instructor, wrong.id), row: await rowOf(coordinator, 'Oskar Nowak') };

  const learner = await (await browserOf(browser, product, 'Oskar Nowak')).newPage();
  await openPlayer(learner, `/learn/${places.enrolments.get('Oskar Nowak')}/#/lesson/${lesson}`);
  await answerCheck(learner, wrong);
  await check(learner).getByText('Not right').first().waitFor();
  await next(learner);
  await saved(learner);

  const after = { answers: await counted(instructor, wrong.id), row: await rowOf(coordinator, 'Oskar Nowak') };
  expect(after.answers).toEqual({ all: before.answers.all + 1, option: before.answers.option + 1 });
  expect(after.row.percent).toBeGreaterThan(before.row.percent);
  expect(after.row.text).toMatch(/now|second|minute/);

  await coordinator.getByRole('table', { name: /^Learners/ }).getByRole('link', { name: 'Oskar Nowak' }).click();
  await coordinator.getByRole('heading', { level: 1, name: 'Oskar Nowak' }).waitFor();
  expect(await coordinator.title()).toContain('Oskar Nowak');
  await coordinator.locator('.timeline').getByText(/answered/i).first().waitFor();
});

describe('the instructor', () => {
  test('goes from a statement to a lesson that teaches it and an item that asks it', async () => {
    const page = await (await browserOf(browser, product, 'Elliot Marsh')).newPage();
    await page.goto(`/courses/${places.course}`);
    await page.getByRole('link', { name: 'Statements' }).click();
    const rows = page.getByRole('table').getByRole('row');
    await rows.nth(course.statements.length).waitFor();
    expect(await rows.count()).toBe(course.statements.length + 1);
    const [first] = course.statements;
    const row = rows.filter({ hasText: first?.text ?? '' });
    await row.getByRole('cell').first().getByRole('link').first().click();
    await page.frameLocator('iframe').getByRole('heading', { level: 1 }).waitFor();
    await page.goBack();
    await row.getByRole('cell').nth(1).getByRole('link').first().click();
    await page.getByRole('heading', { name: 'How it was answered' }).waitFor();
    await page.getByText(first?.text ?? '').first().waitFor();
    await page.frameLocator('iframe').locator('.question').waitFor();
  });
});

describe('the coordinator', () => {
  test('filters, sorts and pages the learners, and finds all of it again after a reload', async () => {
    const context = await browserOf(browser, product, 'Dana Whitfield');
    await enrolMany(35);
    const page = await context.newPage();
    await page.goto(`/cohorts/${places.cohort}`);
    const table = page.getByRole('table', { name: /^Learners/ });
    await table.locator('tbody tr').nth(39).waitFor();
    expect(await table.locator('tbody tr').count()).toBe(40);
    await page.getByRole('link', { name: 'Next 40 learners' }).click();
    await page.waitForURL(/after=/);
    await page.waitForFunction(() => document.querySelectorAll('table.learners tbody tr').length === 7);
    await page.reload();
    await table.locator('tbody tr').nth(6).waitFor();
    expect(await table.locator('tbody tr').count()).toBe(7);

    await page.getByLabel('Status').selectOption({ label: 'Completed' });
    await page.waitForURL(/status=COMPLETED/);
    await page.getByRole('button', { name: 'Score' }).click();
    await page.waitForURL(/sort=SCORE/);
    await page.getByRole('button', { name: 'Score' }).click();
    await page.waitForURL(/descending=/);
    await page.waitForFunction(() => document.querySelector('th[aria-sort=descending]')?.textContent?.startsWith('Score'));
    await page.reload();
    await table.waitFor();
    expect(await page.locator('th[aria-sort=descending]').innerText()).toMatch(/^Score/);
    const scores = (await table.locator('td[data-label=Score]').allInnerTexts()).map((text) => Number.parseInt(text, 10));
    expect(scores.length).toBeGreaterThan(1);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    await page.getByRole('searchbox', { name: 'Search' }).fill('maya');
    await page.waitForURL(/q=maya/);
    await page.waitForFunction(() => document.querySelectorAll('table.learners tbody tr').length === 1);
    expect(await table.locator('tbody').innerText()).toContain('Maya Lindholm');
    await context.close();
  });

  test('exports the cohort for a spreadsheet', async () => {
    const page = await (await browserOf(browser, product, 'Dana Whitfield')).newPage();
    await page.goto(`/cohorts/${places.cohort}`);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Export as CSV' }).click()]);
    expect(download.suggestedFilename()).toMatch(/\.csv$/);
    const lines = (await readFile(await download.path(), 'utf8')).trim().split(/\r?\n/);
    expect(lines[0]).toMatch(/name/i);
    for (const name of places.enrolments.keys()) expect(lines.some((line) => line.includes(name))).toBe(true);
    expect(new Set(lines.map((line) => line.split(',').length)).size).toBeLessThanOrEqual(2);
  });
});

/** Puts that many new learners into the cohort. */
async function enrolMany(count: number): Promise<void> {
  const administrator = await browserOf(browser, product, 'Noor Rahman');
  for (let number = 1; number <= count; number += 1) {
    const { inviteAccount } = await ask<{ inviteAccount: { id: string } }>(administrator, 'mutation ($input: InviteAccountInput!) { inviteAccount(input: $input) { id } }', { input: { email: `learner${number}@lindenfield.example`, name: `New Learner ${number}`, roles: ['LEARNER'] } });
    await ask(administrator, 'mutation ($input: EnrolInput!) { enrol(input: $input) { id } }', { input: { cohort: places.cohort, account: inviteAccount.id } });
  }
  await administrator.close();
}

/** How many have answered the item, and how many of them chose the option, as its page says. */
async function counted(page: Page, option: string): Promise<{ all: number; option: number }> {
  const found = itemById(course).get(item);
  if (found?.kind !== 'single-choice') throw new Error(`${item} is no single choice any more`);
  const label = (found.content.options.find(({ id }) => id === option)?.html ?? '').replaceAll(/<[^>]*>/g, '');
  await page.goto(`/courses/${places.course}/items/${item}`);
  const all = await page.getByText(/^\d+ answered it/).innerText();
  const row = page.locator('.option-bars tr').filter({ hasText: label.slice(0, 40) });
  return { all: Number.parseInt(all, 10), option: Number.parseInt(await row.getByRole('cell').innerText(), 10) };
}

async function rowOf(page: Page, name: string): Promise<{ percent: number; text: string }> {
  await page.goto(`/cohorts/${places.cohort}`);
  const row = page.getByRole('table', { name: /^Learners/ }).getByRole('row').filter({ hasText: name });
  const text = (await row.innerText()).replaceAll(/\s+/g, ' ');
  return { percent: Number(/(\d+)\s?%/.exec(text)?.[1] ?? Number.NaN), text };
}
