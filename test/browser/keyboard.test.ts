import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CompiledCourse } from '@preceptor/course/compiled';
import type { Progress } from '@preceptor/tracking';
import type { Browser } from 'playwright-core';
import { launchChromium, newBrowser, watchedTab } from './chromium.js';
import { courseOfKindsApart, demoCourse, titleOf } from './course.js';
import { focused, focusIsOn, tabTo } from './keyboard.js';
import { ask, browserOf } from './people.js';
import { takePilotByKeyboard } from './pilot-by-keyboard.js';
import { type Places, placesIn } from './places.js';
import { openPlayer } from './player.js';
import { type Product, startProduct } from './product.js';

let product: Product;
let browser: Browser;
let course: CompiledCourse;
let places: Places;

beforeAll(async () => {
  [product, browser, course] = await Promise.all([startProduct({ alsoCourses: [courseOfKindsApart] }), launchChromium(), demoCourse()]);
  places = await placesIn(browser, product, ['course-pilot']);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

test('a learner without a mouse signs in, skips the navigation, answers a check, and reads on at the next heading', async () => {
  const page = await (await newBrowser(browser, { baseURL: product.url })).newPage();
  await page.goto('/');
  await page.getByRole('heading', { name: 'Or look around as' }).waitFor();
  await tabTo(page, 'Sign in as Oskar Nowak');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/home/);
  await page.getByRole('link', { name: /^Continue/ }).waitFor();
  await tabTo(page, 'Continue: lesson');
  await page.keyboard.press('Enter');
  await page.locator('main h1').waitFor();

  await openPlayer(page, `/learn/${places.enrolments.get('Oskar Nowak')}/#/lesson/medicine-and-support`);
  await page.locator('body').click({ position: { x: 1, y: 1 } });
  await page.reload();
  await page.locator('main h1').waitFor();
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('Skip to the text');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  for (let tabs = 0; tabs < 40 && !(await focusIsOn(page, 'input[type=radio]')); tabs += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, 'Check my answer');
  await page.keyboard.press('Enter');
  await page.locator('.check .earned').waitFor();
  await page.waitForFunction(() => [...document.querySelectorAll('[aria-live]')].some((region) => /^(Right|Not right)\./.test(region.textContent ?? '')));
  await tabTo(page, 'Next');
  await page.keyboard.press('Enter');
  const title = titleOf(course, 'prepare-process-integrate');
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
  expect(await focused(page)).toBe(title);
});

test('a learner without a mouse answers every kind that has a picture, a slider, a grid or several steps, hands in a file, and passes', async () => {
  const noor = await browserOf(browser, product, 'Noor Rahman');
  const { demoPeople } = await ask<{ demoPeople: { accountId: string; name: string }[] }>(noor, '{ demoPeople { accountId name } }');
  const input = { account: demoPeople.find(({ name }) => name === 'Oskar Nowak')?.accountId, courseVersion: places.published.get('course-pilot') };
  const { enrol: { id } } = await ask<{ enrol: { id: string } }>(noor, 'mutation ($input: EnrolInput!) { enrol(input: $input) { id } }', { input });
  await noor.close();
  const { page, troubles } = await watchedTab(await browserOf(browser, product, 'Oskar Nowak'));
  await openPlayer(page, `/learn/${id}/#/lesson/approach`);
  await takePilotByKeyboard(page);
  const { enrolment: { progress } } = await ask<{ enrolment: { progress: Progress } }>(page.context(), 'query ($id: ID!) { enrolment(id: $id) { progress } }', { id });
  expect(progress).toMatchObject({ completion: 'completed', success: 'passed', score: 1 });
  expect(troubles).toEqual([]);
});

test('a coordinator without a mouse reaches a learner from the cohort, and lands on the heading of each screen', async () => {
  const page = await (await browserOf(browser, product, 'Dana Whitfield')).newPage();
  await page.goto('/cohorts');
  await page.getByRole('link', { name: 'Autumn cohort' }).waitFor();
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('Skip to the content');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Autumn cohort');
  await page.keyboard.press('Enter');
  await page.getByRole('table', { name: /^Learners/ }).waitFor();
  expect(await focused(page)).toBe('Autumn cohort');
  await tabTo(page, 'Progress', 120);
  await page.keyboard.press('Enter');
  await page.waitForURL(/sort=PROGRESS/);
  await tabTo(page, 'Maya Lindholm', 120);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Maya Lindholm' }).waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
});
