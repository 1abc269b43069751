import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { axeFindings, tooWideBy } from './axe.js';
import { launchChromium, sizes } from './chromium.js';
import { browserOf } from './people.js';
import { type Places, placesIn } from './places.js';
import { openPlayer, saved } from './player.js';
import { type Product, startProduct } from './product.js';

const assessment = 'quiz-what-kap-involves';

let product: Product;
let browser: Browser;
let places: Places;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), launchChromium()]);
  places = await placesIn(browser, product);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

test('an instructor sets the rules of a quiz, a coordinator grants more time, and the learner meets both', async () => {
  const instructor = await (await browserOf(browser, product, 'Elliot Marsh')).newPage();
  await instructor.goto(`/courses/${places.course}/delivery/${assessment}`);
  await instructor.getByLabel('Time limit (minutes)').fill('20');
  await instructor.getByRole('textbox', { name: 'Attempts', exact: true }).fill('2');
  await instructor.getByLabel('Questions on a page').selectOption('all');
  await instructor.getByLabel('After each answer, whether it was right').uncheck();
  await instructor.getByLabel('Password', { exact: true }).fill('acorn');
  await instructor.getByRole('region', { name: 'What a learner will meet' }).getByText('20 min').first().waitFor();
  await looksRight(instructor);
  await instructor.getByRole('button', { name: 'Save the rules' }).click();
  await instructor.getByText('These rules are set here, for everybody without rules of their own.').waitFor();

  const coordinator = await (await browserOf(browser, product, 'Dana Whitfield')).newPage();
  await coordinator.goto(`/learners/${places.enrolments.get('Oskar Nowak')}`);
  await coordinator.getByRole('button', { name: 'Grant extra time, attempts or dates' }).click();
  const grant = coordinator.getByRole('dialog');
  await grant.getByLabel('More time (per cent)').fill('50');
  await grant.getByLabel('Breaks in one attempt (minutes)').fill('5');
  await grant.getByLabel('Why').fill('A letter of 3 November.');
  await looksRight(coordinator);
  await grant.getByRole('button', { name: 'Save' }).click();
  await coordinator.getByText('50\u00a0% more time, 5 min of break').waitFor();

  const address = `/learn/${places.enrolments.get('Oskar Nowak')}/#/assessment/${assessment}`;
  const learner = await (await browserOf(browser, product, 'Oskar Nowak')).newPage();
  await openPlayer(learner, address);
  for (const fact of ['30 minutes', '2 attempts left']) await learner.getByText(fact, { exact: true }).waitFor();
  await learner.getByText('You may take breaks of 5 minutes in all.').waitFor();
  await learner.getByLabel('Password').fill('walnut');
  await learner.getByRole('button', { name: 'Start', exact: true }).click();
  await learner.getByText('This is not the password.').waitFor();
  await learner.getByLabel('Password').fill('acorn');
  await learner.getByRole('button', { name: 'Start', exact: true }).click();
  await learner.getByRole('heading', { level: 2, name: 'Question 6 of 6' }).waitFor();
  await looksRight(learner);
  await answerFirst(learner);
  await saved(learner);

  await learner.getByRole('button', { name: 'Take a break' }).click();
  await learner.getByRole('heading', { level: 1, name: 'You are on a break' }).waitFor();
  expect(await learner.getByRole('heading', { level: 2, name: 'Question 1 of 6' }).isVisible()).toBe(false);
  await looksRight(learner);
  await learner.getByRole('button', { name: 'Go on with the questions' }).click();
  await learner.getByRole('heading', { level: 2, name: 'Question 1 of 6' }).waitFor();

  const telephone = await (await browserOf(browser, product, 'Oskar Nowak')).newPage();
  await openPlayer(telephone, address);
  await telephone.getByRole('button', { name: 'Go on with your attempt' }).click();
  await telephone.getByText('This attempt is open on another device').waitFor();
  await telephone.getByRole('button', { name: 'Continue here' }).click();
  await telephone.getByRole('heading', { level: 2, name: 'Question 1 of 6' }).waitFor();
  await telephone.locator('.all-questions input:checked').first().waitFor();

  await answerFirst(learner, 1);
  await learner.getByRole('heading', { level: 1, name: 'This attempt is open on another device' }).waitFor();
  await looksRight(learner);
});

/** Chooses an option of the first question, or the one after so many, that is answered by choosing. */
async function answerFirst(page: Page, after = 0): Promise<void> {
  const question = page.locator('.all-questions > li').filter({ has: page.locator('input[type=radio], input[type=checkbox]') }).nth(after);
  await question.locator('input').first().check();
}

/** Nothing for axe to find, and nothing wider than a narrow phone. */
async function looksRight(page: Page): Promise<void> {
  expect(await axeFindings(page)).toEqual([]);
  const before = page.viewportSize() ?? sizes.laptop;
  await page.setViewportSize(sizes.phone);
  expect(await tooWideBy(page)).toBe(0);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await axeFindings(page, 'colours')).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(before);
}
