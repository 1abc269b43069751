import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { axeFindings, tooWideBy } from './axe.js';
import { launchChromium, watchedTab } from './chromium.js';
import { ask, browserOf } from './people.js';
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

const fits = async (page: Page) => expect([await axeFindings(page), await tooWideBy(page)]).toEqual([[], 0]);

test('an instructor plans an assessment, is told what its blueprint lacks, builds two forms, swaps a question, has a panel set the pass mark, and publishes it', async () => {
  const instructor = await browserOf(browser, product, 'Elliot Marsh');
  const { page, troubles } = await watchedTab(instructor);
  await page.goto('/assessments');
  await page.getByRole('button', { name: 'Plan an assessment' }).click();
  await page.getByLabel('Title').fill('Entry check');
  await page.getByLabel('What it is for').selectOption('final');
  await page.getByRole('button', { name: 'Plan it' }).click();

  await page.getByText(/approved questions$/).waitFor();
  await page.getByLabel('Questions', { exact: true }).fill('3');
  await page.getByLabel('How many forms').fill('2');
  await page.getByRole('button', { name: 'Add a rule' }).click();
  await page.getByLabel('At least').fill('90');
  await page.getByText(/are asked for\./).waitFor();
  await page.getByRole('button', { name: 'Choose questions to keep apart' }).click();
  const apart = page.getByRole('dialog');
  await apart.getByRole('searchbox', { name: 'Words of the question' }).fill('licence');
  await apart.getByRole('checkbox', { name: /licen/i }).first().waitFor();
  for (const place of [0, 1]) await apart.getByRole('checkbox').nth(place).check();
  expect(await axeFindings(page)).toEqual([]);
  await apart.getByRole('button', { name: 'Keep these 2 questions apart' }).click();
  await page.getByText('Only one question of 2 that were named in a form').waitFor();
  await fits(page);
  await page.getByRole('button', { name: 'Build the forms' }).click();
  await page.getByRole('heading', { name: 'No forms can keep this blueprint' }).waitFor();
  await page.getByRole('button', { name: 'Take this blueprint' }).click();
  await page.getByRole('button', { name: 'Build the forms' }).click();

  await page.getByText('All forms keep the blueprint.').waitFor();
  await page.getByText('They are equally hard.').waitFor();
  await page.getByRole('link', { name: 'Forms 2 forms' }).waitFor();
  const first = page.getByRole('region', { name: 'Form A' }).getByRole('listitem').first();
  const before = await first.getByRole('paragraph').first().innerText();
  await first.getByRole('button', { name: /^Swap/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: /^Take this one/ }).first().click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await first.getByRole('button', { name: /^🔒 Locked/ }).waitFor();
  expect(await first.getByRole('paragraph').first().innerText()).not.toBe(before);
  await fits(page);

  await page.getByRole('link', { name: 'Next: the pass mark' }).click();
  for (const name of ['Elliot Marsh', 'Amara Nwosu']) await page.getByRole('button', { name: `Add ${name}` }).click();
  await page.getByRole('button', { name: 'Open the panel with 2' }).click();
  await page.getByRole('link', { name: 'Rate the questions yourself' }).click();
  await page.getByLabel('Of a hundred, how many get it right?').fill('101');
  await page.getByRole('button', { name: 'Save and go on' }).click();
  await page.getByText('Write a whole number from 0 to 100.').waitFor();
  await page.getByLabel('Of a hundred, how many get it right?').fill('50');
  await page.getByRole('button', { name: 'Save and go on' }).click();
  await page.getByText('1 of 6 rated').waitFor();
  await fits(page);
  // The rest is typed by nobody: both panelists rate by the API, 50 % and 70 %.
  const reviewer = await browserOf(browser, product, 'Amara Nwosu');
  for (const [who, percent] of [[instructor, 50], [reviewer, 70]] as const) {
    const { ratingTasks: [task] } = await ask<{ ratingTasks: { id: string }[] }>(who, '{ ratingTasks { id } }');
    const { itemsToRate } = await ask<{ itemsToRate: { nodes: { id: string }[] } }>(who, 'query ($panel: ID!) { itemsToRate(panel: $panel) { nodes { id } } }', { panel: task?.id });
    await ask(who, 'mutation ($panel: ID!, $ratings: [RatingInput!]!) { rateItems(panel: $panel, round: 1, ratings: $ratings) { rated } }', { panel: task?.id, ratings: itemsToRate.nodes.map(({ id }) => ({ item: id, percent })) });
  }
  await page.goBack();
  await page.getByRole('button', { name: 'Look for new ratings' }).click();
  await page.getByRole('button', { name: 'Make 60 % the pass mark' }).click();
  await page.getByRole('heading', { name: 'Learners pass at 60 %' }).waitFor();
  await page.getByText('± 10 %').waitFor();
  await fits(page);

  await page.getByRole('link', { name: 'Next: publish' }).click();
  await page.getByText('Learners get one of 2 forms of 3 questions and pass at 60 %.').waitFor();
  await page.setViewportSize({ width: 320, height: 640 });
  await fits(page);
  await page.getByRole('button', { name: 'Publish version 2' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish version 2' }).click();
  await page.getByRole('heading', { name: 'It is in version 2' }).waitFor();
  await page.getByRole('link', { name: 'Set when and how it is taken' }).click();
  await page.getByRole('heading', { name: 'Delivery of Entry check' }).waitFor();
  // What a screen asks for is given up when something else is typed.
  expect(troubles.filter((trouble) => !trouble.endsWith('net::ERR_ABORTED'))).toEqual([]);
}, 90_000);
