import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { takeAssessment } from '../fixtures/simulated-learners.js';
import { launchChromium } from './chromium.js';
import { ask, browserOf } from './people.js';
import { type Product, startProduct } from './product.js';
import { type Written, tenQuestions } from './ten-questions.js';

let product: Product;
let browser: Browser;
let elliot: BrowserContext;
beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), launchChromium()]);
  elliot = await browserOf(browser, product, 'Elliot Marsh');
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const bankTitle = 'An instructor’s week';

/** Where the week has come to: each day goes on from the one before. */
const week = { bank: '', questions: [] as string[], names: [] as string[], course: '', assessment: '', version: '' };
const nameOf = async (address: string) => (await ask<{ item: { name: string } }>(elliot, 'query ($id: ID!) { item(id: $id) { name } }', { id: address.split('/').at(-1) })).item.name;

describe('an instructor\'s week', () => {
  test('on Monday he writes ten questions, mends what is said of the first, and sends them to review', async () => {
    const page = await elliot.newPage();
    await page.goto('/bank');
    await page.getByRole('button', { name: 'Make a bank' }).click();
    await page.getByLabel('Title').fill(bankTitle);
    await page.getByLabel('Course', { exact: true }).selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Make the bank' }).click();
    await page.getByRole('heading', { level: 1, name: bankTitle }).waitFor();
    week.bank = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    // One window saves and sends what is written while the next question is written in the other. A tab of the same window would be asleep.
    const tabs = [page, await (await browserOf(browser, product, 'Elliot Marsh')).newPage()];
    let sending = Promise.resolve();
    for (const [at, question] of tenQuestions.entries()) {
      const tab = tabs[at % 2] ?? page;
      const [address] = await Promise.all([written(tab, week.bank, question), sending]);
      week.questions.push(address);
      sending = sent(tab);
    }
    await sending;
    week.names = await Promise.all(week.questions.map(nameOf));
    await Promise.all(tabs.map((tab) => tab.close()));
  });

  test('on Tuesday somebody else approves them', async () => {
    await Promise.all([0, 1].map(async (half) => {
      const page = await (await browserOf(browser, product, 'Amara Nwosu')).newPage();
      for (const address of week.questions.filter((_, at) => at % 2 === half)) {
        await page.goto(address);
        await page.getByRole('button', { name: 'Approve' }).click();
        await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
        await page.getByText('Assessments use version 1.', { exact: false }).waitFor();
      }
      await page.close();
    }));
  });

  test('on Wednesday he has an assessment built by a blueprint, and fifty learners of known ability take it', async () => {
    const page = await elliot.newPage();
    Object.assign(week, await builtByBlueprint(page));
    const { course } = await ask<{ course: { latestVersion: { id: string } } }>(elliot, 'query ($id: ID!) { course(id: $id) { latestVersion { id } } }', { id: week.course });
    const [miskeyed = '', ambiguous = ''] = week.names;
    const staff = (await (await browserOf(browser, product, 'Noor Rahman')).cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    await takeAssessment(product, { staff, courseVersion: course.latestVersion.id, assessment: week.assessment }, { learners: 50, seed: 'week 36', miskeyed, ambiguous });
    await page.close();
  });

  test('on Thursday he grades the essays by keyboard alone', async () => {
    const page = await elliot.newPage();
    await graded(page);
    await page.close();
  });

  test('on Friday the statistics page shows him both bad questions; he mends the key of one, and takes all ten to other systems', async () => {
    const page = await elliot.newPage();
    await page.goto(`/courses/${week.course}/statistics/${week.assessment}`);
    await page.getByText(/^From \d+ learners/).waitFor();
    await page.getByLabel('Only what needs a look').check();
    const rows = page.getByRole('table', { name: 'Items with their statistics' }).locator('tbody tr');
    await rows.filter({ hasText: 'Which of these claims is the guide' }).getByText('The strongest learners choose B').waitFor();
    await rows.filter({ hasText: 'Whose interest grows' }).getByText(/The strong choose both/).waitFor();

    await rows.filter({ hasText: 'Which of these claims is the guide' }).getByRole('link').first().click();
    await page.getByRole('link', { name: 'Change the key or regrade' }).click();
    await page.getByRole('radio', { name: /^Change the key/ }).check();
    await page.getByRole('radio', { name: 'Recognition of ketamine grows' }).check();
    await page.getByRole('button', { name: 'See what would change' }).click();
    await page.getByText(/[1-9]\d* of 50 scores/).waitFor();
    await page.getByRole('table', { name: 'Whom it changes' }).getByRole('rowheader', { name: /^Learner \d+$/ }).first().waitFor();
    await page.getByLabel('Why?').fill('The key named the wrong option.');
    await page.getByRole('button', { name: 'Regrade 50 attempts' }).click();
    await page.getByText('another key holds', { exact: false }).waitFor();

    const qti = await exported(page, week.bank, /QTI 3\.0/);
    expect(qti).toMatch(/^PK/);
    for (const file of ['imsmanifest.xml', ...week.names]) expect(qti).toContain(file);
    const moodle = await exported(page, week.bank, /Moodle XML/);
    expect(moodle.match(/<question type=/g)?.length).toBe(11);
    expect(moodle).toContain('Which of these claims is the guide');
    await page.close();
  });
});

/** Writes a question by hand as the screen offers it, and mends what the lint says of it. Gives its address. */
async function written(page: Page, bank: string, { kind, texts, mended = {}, finding }: Written): Promise<string> {
  await page.goto(`/bank/items/new?bank=${bank}&statement=s01&level=recall`);
  await page.getByRole('button', { name: kind }).click();
  for (const [field, text] of Object.entries(texts)) await write(page, field, text);
  await page.getByLabel('Difficulty', { exact: true }).selectOption('medium');
  if (finding !== undefined) {
    const found = page.locator('.write details.finding').filter({ hasText: finding });
    await found.first().waitFor();
    for (const [field, text] of Object.entries(mended)) await write(page, field, text);
    await found.first().waitFor({ state: 'detached' });
  }
  return new URL(page.url()).pathname;
}

async function sent(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Send to review' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Send to review' }).click();
  await page.locator('[aria-current="step"]', { hasText: 'In review' }).waitFor();
}

async function write(page: Page, field: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name: field, exact: true }).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
}

/** Plans ten questions, all of the week's bank, builds their form, and publishes it. */
async function builtByBlueprint(page: Page): Promise<{ course: string; assessment: string }> {
  await page.goto('/assessments');
  await page.getByRole('button', { name: 'Plan an assessment' }).click();
  await page.getByLabel('Title').fill('The week’s test');
  await page.getByRole('button', { name: 'Plan it' }).click();
  await page.getByLabel('Questions', { exact: true }).fill('10');
  await page.getByRole('button', { name: 'Add a rule' }).click();
  await page.getByLabel('At least').fill('10');
  await page.getByRole('button', { name: /choose the questions of rule 1/ }).click();
  const criteria = page.getByRole('dialog');
  await criteria.getByLabel('Level').selectOption('');
  const ofTheWeek = criteria.getByLabel('Bank').locator('option', { hasText: 'week (10)' });
  await criteria.getByLabel('Bank').selectOption(await ofTheWeek.getAttribute('value'));
  await criteria.getByRole('button', { name: 'Take these' }).click();
  await page.getByText('10 there, 10 needed').waitFor();
  await page.getByRole('button', { name: 'Build the forms' }).click();
  await page.getByRole('link', { name: 'Next: the pass mark' }).click();
  await page.getByRole('link', { name: 'Next: publish' }).click();
  await page.getByRole('button', { name: 'Publish version 2' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish version 2' }).click();
  await page.getByRole('heading', { name: 'It is in version 2' }).waitFor();
  const address = await page.getByRole('link', { name: 'Set when and how it is taken' }).getAttribute('href');
  const [, course, assessment] = /courses\/([^/]+)\/delivery\/([^/?]+)/.exec(address ?? '') ?? [];
  if (course === undefined || assessment === undefined) throw new Error(`no delivery at ${address}`);
  return { course, assessment };
}

/** Grades all essays that wait, by keyboard alone: a level for the one criterion, and Enter. */
async function graded(page: Page): Promise<void> {
  await page.goto('/grading');
  await page.getByRole('link', { name: /^Why does the guide speak of growing recognition/ }).click();
  const standing = page.locator('.queue-progress');
  await standing.getByText(/^0 of \d+ graded/).waitFor();
  const all = Number(/of (\d+)/.exec(await standing.innerText())?.[1]);
  expect(all).toBeGreaterThan(20);
  for (let done = 1; done <= all; done += 1) {
    await page.getByRole('heading', { level: 2, name: /^Answer/ }).waitFor();
    await page.keyboard.press(done % 2 === 0 ? '1' : '2');
    await page.locator('.rubric label.chosen').waitFor();
    await page.keyboard.press('Enter');
    await standing.getByText(`${done} of ${all} graded`).waitFor();
  }
}

/** The file that a bank is exported to, as text. */
async function exported(page: Page, bank: string, format: RegExp): Promise<string> {
  await page.goto(`/bank/${bank}/export`);
  await page.getByRole('radio', { name: format }).check();
  await page.getByRole('button', { name: 'Write the file' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /^Download/ }).first().click()]);
  return readFile(await download.path(), 'latin1');
}
