import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { axeFindings, tooWideBy } from './axe.js';
import { launchChromium, sizes, watchedTab } from './chromium.js';
import { ask, browserOf } from './people.js';
import { type Product, startProduct } from './product.js';

let product: Product;
let browser: Browser;
let elliot: BrowserContext;
beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), launchChromium()]);
  elliot = await browserOf(browser, product, 'Elliot Marsh');
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const itemIn = (page: Page): string => new URL(page.url()).pathname.split('/').at(-1) ?? '';
interface Saved { revision: number; document: Record<string, unknown> }
const savedItem = async (id: string): Promise<Saved> => (await ask<{ item: Saved }>(elliot, 'query ($id: ID!) { item(id: $id) { revision document } }', { id })).item;

async function write(page: Page, field: string, text: string): Promise<void> {
  const place = page.getByRole('textbox', { name: field, exact: true });
  await place.click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}
const isSaved = (page: Page): Promise<void> => page.getByText(/^(Saved \d\d:\d\d|All changes are saved)$/).waitFor();
/** Waits until the server has a text: what the page says of itself is not asked. */
async function hasReached(id: string, stem: string): Promise<void> {
  while ((await savedItem(id)).document['stem'] !== stem) await new Promise((resolve) => setTimeout(resolve, 100));
}

describe('an instructor who writes a question', () => {
  test('is told what is wrong with it as she writes, mends it, sees it as a learner does, and has it reviewed by somebody else', async () => {
    const { page, troubles } = await watchedTab(elliot);
    await page.goto('/bank/items/new');
    await page.getByRole('button', { name: /^Single choice/ }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: /^Single choice/ }).click();
    await write(page, 'Question', 'Who may prescribe **ketamine** where $d_1 < d_2$?');
    await write(page, 'Option 1', 'Somebody with a licence who has examined the client and who keeps a record of what was found');
    await write(page, 'Option 2', 'Anybody');
    await write(page, 'Option 3', 'The client');
    await page.getByLabel('Level', { exact: true }).selectOption('recall');
    await page.getByLabel('Difficulty', { exact: true }).selectOption('easy');
    const finding = page.locator('[data-place="/options/0"] details').filter({ hasText: 'The right option is the longest' });
    await finding.locator('summary').click();
    await finding.getByText(/^Rests on .*Haladyna/).waitFor();
    await write(page, 'Option 1', 'A doctor');
    await finding.waitFor({ state: 'detached' });

    const statements = page.locator('[data-place="/statements"]');
    await statements.getByText('Asks nothing that is listed').waitFor();
    await page.getByRole('textbox', { name: 'Find a statement' }).fill('prescriber');
    await statements.getByRole('checkbox').first().check();
    await statements.getByText('Asks nothing that is listed').waitFor({ state: 'detached' });
    const said = page.locator('[data-place="/feedback"] details.finding');
    await said.locator('summary').click();
    await said.getByRole('button', { name: 'Waive with a reason' }).click();
    await said.getByLabel('Why it may stand').fill('The lesson says it');
    await said.getByRole('button', { name: 'Waive it' }).click();
    await page.getByText('Waived: No feedback').waitFor();
    await hasReached(itemIn(page), 'Who may prescribe **ketamine** where $d_1 < d_2$?');
    await isSaved(page);
    expect(await savedItem(itemIn(page))).toMatchObject({ document: { stem: 'Who may prescribe **ketamine** where $d_1 < d_2$?', options: [{ text: 'A doctor', correct: true }, { text: 'Anybody' }, { text: 'The client' }] } });

    const seen = page.frameLocator('iframe.question-frame');
    await seen.locator('math').waitFor();
    await seen.getByText('Anybody').click();
    await page.getByRole('button', { name: 'Try it: score this answer' }).click();
    await seen.getByText('Not right').waitFor();
    await page.getByText('Earns the most: A doctor').waitFor();
    for (const panel of ['Preview', 'To mend', 'Comments', 'History']) {
      await page.getByRole('tab', { name: panel }).click();
      expect(await axeFindings(page)).toEqual([]);
    }

    await page.getByRole('button', { name: 'Send to review' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Send to review' }).click();
    await page.locator('[aria-current="step"]', { hasText: 'In review' }).waitFor();
    await page.getByText('Approving is for reviewers.', { exact: false }).waitFor();
    const amara = await watchedTab(await browserOf(browser, product, 'Amara Nwosu', { viewport: sizes.phone }));
    await amara.page.goto(page.url());
    await amara.page.getByRole('button', { name: 'Comment on Question' }).click();
    await amara.page.getByRole('textbox', { name: 'Comment on question' }).fill('Name the country.');
    await amara.page.getByRole('button', { name: 'Comment', exact: true }).click();
    await amara.page.getByRole('listitem').filter({ hasText: 'Name the country.' }).waitFor();
    expect(await axeFindings(amara.page)).toEqual([]);
    expect(await tooWideBy(amara.page)).toBe(0);
    await amara.page.getByRole('button', { name: 'Approve' }).click();
    await amara.page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
    await amara.page.getByText('Assessments use version 1.', { exact: false }).waitFor();
    // A question to the server that another has overtaken, such as a search that is typed on, is given up.
    expect([...troubles, ...amara.troubles].filter((trouble) => !trouble.endsWith('net::ERR_ABORTED'))).toEqual([]);
  });

  test('loses nothing: not when somebody else changes the same field, not when the network and the tab are gone, and any version comes back', async () => {
    const page = await elliot.newPage();
    await page.goto('/bank/items/new');
    await page.getByRole('button', { name: /^True or false/ }).click();
    await write(page, 'Claim', 'A pilot may come on board at night.');
    const id = itemIn(page);
    await hasReached(id, 'A pilot may come on board at night.');
    // The tab hears of the other change by saving, not by asking now and then.
    await page.route('**/graphql', (route) => (route.request().postData()?.includes('ItemPulse') === true ? route.abort() : route.continue()));
    const { revision, document } = await savedItem(id);
    await ask(elliot, 'mutation ($input: SaveItemInput!) { saveItem(input: $input) { conflict { revision } } }', { input: { id, revision, document: { ...document, stem: 'A pilot must come on board at night.', level: 'recall' } } });
    await write(page, 'Claim', 'A pilot may come on board by day.');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('changed this question too').waitFor();
    await dialog.getByRole('radio', { name: /^Elliot Marsh’s/ }).check();
    await dialog.getByRole('button', { name: 'Save what I chose' }).click();
    await page.getByRole('textbox', { name: 'Claim' }).getByText('A pilot must come on board at night.').waitFor();
    await dialog.waitFor({ state: 'detached' });
    await isSaved(page);
    expect((await savedItem(id)).document).toMatchObject({ stem: 'A pilot must come on board at night.', level: 'recall' });

    await elliot.setOffline(true);
    await write(page, 'Claim', 'Written on a train.');
    await page.getByText('No network: kept on this device, sent when it is back').waitFor();
    // A tab that dies sends no last word.
    await page.goto('chrome://crash').catch(() => undefined);
    await page.close();
    await elliot.setOffline(false);
    const after = await elliot.newPage();
    await after.goto(`/bank/items/${id}`);
    await after.getByRole('button', { name: 'Restore it' }).click();
    await after.getByRole('textbox', { name: 'Claim' }).getByText('Written on a train.').waitFor();
    await hasReached(id, 'Written on a train.');

    await after.getByRole('tab', { name: 'History' }).click();
    await after.locator('.history ins').filter({ hasText: 'train' }).first().waitFor();
    await after.getByRole('button', { name: 'Restore this version' }).last().click();
    await after.getByRole('textbox', { name: 'Claim' }).getByText('Written on a train.').waitFor({ state: 'detached' });
    await after.getByText('restored an earlier version').waitFor();
    expect((await savedItem(id)).document['stem']).toBe('');
  });
});
