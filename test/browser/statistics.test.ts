import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { IdentityService } from '../../apps/server/src/identity/identity.service.js';
import { Classroom } from '../api/classroom.js';
import { administrator, startServer, type TestServer } from '../api/server.js';
import { flaws, simulatedCourse, simulatedItems, sitting } from '../api/simulated-classroom.js';
import { SimulatedLearners } from '../fixtures/simulated-learners.js';
import { axeFindings, tooWideBy } from './axe.js';
import { launchChromium, newBrowser, sizes, watchedTab } from './chromium.js';

let server: TestServer;
let room: Classroom;
let browser: Browser;
let instructor: BrowserContext;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({}, 'sqlite'), launchChromium()]);
  room = await Classroom.open(server);
  const version = await room.publish(simulatedCourse(), 2);
  const known = simulatedItems();
  await sitting(server, room, new SimulatedLearners(flaws, known), { version, assessment: 'quiz' });
  await sitting(server, room, new SimulatedLearners({ learners: 200, seed: 'two cohorts', guess: 0 }, known), { version, assessment: 'final' });
  const email = 'ines@example.org';
  await server.app.get(IdentityService).invite(room.system, { email, name: 'Inés Duarte', roles: ['INSTRUCTOR'], password: administrator.password });
  instructor = await newBrowser(browser, { baseURL: server.url });
  await instructor.request.post('/graphql', { data: { query: 'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { roles } }', variables: { email, password: administrator.password } } });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Looked at on a laptop and on a phone: what axe finds, and by how much it is too wide. */
async function accessible(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null);
  const found = await axeFindings(page);
  await page.setViewportSize(sizes.phone);
  const wide = await tooWideBy(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  found.push(...await axeFindings(page, 'colours'));
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(sizes.laptop);
  expect([...found, wide]).toEqual([0]);
}

describe('fifty learners have taken a test with one item keyed wrongly and one with two right answers', () => {
  test('an instructor finds both through the statistics page alone, sees why, and knows what to do', async () => {
    const { page, troubles } = await watchedTab(instructor);
    await page.goto(`/courses/${room.courseId}/statistics`);
    await page.getByRole('link', { name: 'Assessment quiz' }).click();
    await page.getByText('2 of 20 items need a look').waitFor();
    await page.getByText('From 50 learners').waitFor();
    await page.getByRole('img', { name: /^How 50 attempts are spread over the scores/ }).waitFor();
    await page.getByRole('term').filter({ hasText: 'Reliability' }).waitFor();
    await accessible(page);

    await page.getByLabel('Only what needs a look').check();
    await page.getByText('2 items of 20').waitFor();
    const rows = page.getByRole('table', { name: 'Items with their statistics' }).locator('tbody tr');
    expect(await rows.count()).toBe(2);
    await rows.nth(0).getByText('Serious').waitFor();
    await page.reload();
    await rows.nth(0).getByText('The strongest learners choose B').waitFor();
    await rows.nth(1).getByText('The strong choose both D').waitFor();

    await rows.nth(0).getByRole('link').click();
    const verdict = page.getByRole('region', { name: 'What its answers say' });
    await verdict.getByText('The strongest learners choose B').waitFor();
    await verdict.getByText('Check the key').first().waitFor();
    expect(await verdict.getByRole('link', { name: 'Change the key or regrade' }).getAttribute('href')).toBe(`/courses/${room.courseId}/items/${flaws.miskeyed}/regrade`);
    await page.getByRole('img', { name: /Option b goes from [\d.]+ % to [\d.]+ %/ }).waitFor();
    await page.getByText('All groups as a table').click();
    await page.getByRole('table', { name: /^Share of each group of learners/ }).waitFor();
    await accessible(page);
    expect(troubles).toEqual([]);
  });

  test('she lets the ambiguous one be for a reason, and the home tells only the other; she can put it back', async () => {
    const { page, troubles } = await watchedTab(instructor);
    await page.goto(`/courses/${room.courseId}/items/${flaws.ambiguous}`);
    await page.getByRole('button', { name: 'Let it be…' }).click();
    await page.getByRole('textbox', { name: /^Why it may stay/ }).fill('Both are taught; the next version accepts both.');
    await page.getByRole('button', { name: 'Take it off the list' }).click();
    await page.getByText('Inés Duarte let it be').waitFor();
    await page.goto('/courses');
    await page.getByRole('heading', { name: '1 item needs a look' }).waitFor();
    await page.getByText('1 item was looked at and let be').click();
    await page.getByText('Both are taught; the next version accepts both.').waitFor();
    await accessible(page);
    await page.getByRole('button', { name: /^Put it on the list again/ }).click();
    await page.getByRole('heading', { name: '2 items need a look' }).waitFor();
    await page.getByRole('link', { name: 'Question 7 & its stem?' }).click();
    await page.getByText('The strongest learners choose B').first().waitFor();
    expect(troubles).toEqual([]);
  });
});

describe('what else the pages show', () => {
  test('from 200 attempts on an item has its curve, in words and as a table too; computing again is one button', async () => {
    const { page, troubles } = await watchedTab(instructor);
    await page.goto(`/courses/${room.courseId}/statistics/final`);
    await page.getByText('From 200 learners').waitFor();
    await page.getByRole('button', { name: 'Compute again' }).click();
    await page.getByText(/computed just now/).waitFor();
    await page.getByRole('link', { name: 'Question 1 & its stem?' }).click();
    await page.getByRole('img', { name: /^The chance of a right answer rises from [\d.]+ %/ }).waitFor();
    await page.getByText('As a table', { exact: true }).click();
    await page.getByRole('table', { name: 'Chance of a right answer by ability' }).waitFor();
    await accessible(page);
    expect(troubles).toEqual([]);
  });

  test('an assessment that nobody has taken says what will be there and when', async () => {
    const { page } = await watchedTab(instructor);
    await page.goto(`/courses/${room.courseId}/statistics/timed`);
    await page.getByRole('heading', { name: 'Nobody has submitted this assessment yet' }).waitFor();
    await page.getByText('Items are judged from 30 attempts on').waitFor();
  });
});
