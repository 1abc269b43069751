import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CompiledCourse } from '@preceptor/course/compiled';
import { itemById } from '@preceptor/course/delivery';
import type { Browser } from 'playwright-core';
import { Learner } from '../conformance/learner.js';
import { launchChromium, newBrowser, watchedTab } from './chromium.js';
import { demoCourse } from './course.js';
import { enrolmentOf, signInByClick } from './people.js';
import { saved } from './player.js';
import { type Product, startProduct } from './product.js';
import { AnswerWatch } from './secrets.js';

let product: Product;
let browser: Browser;
let course: CompiledCourse;

beforeAll(async () => {
  [product, browser, course] = await Promise.all([startProduct(), launchChromium(), demoCourse()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

test('a learner fails the final, is told what to read again, and passes at the second attempt; no key reaches her before', async () => {
  const context = await newBrowser(browser, { baseURL: product.url });
  const { page, troubles } = await watchedTab(context);
  const watch = new AnswerWatch(page, course);
  await signInByClick(page, product, 'Leila Haddad');
  await page.getByRole('link', { name: 'Go to: Final assessment' }).click();
  const learner = new Learner(page, course);
  expect(await learner.screen()).toBe('introduction');
  for (const fact of ['25 questions', '80% to pass', '3 attempts left']) await page.getByText(fact).waitFor();

  await learner.play({ until: (screen) => screen === 'review', knows: () => false });
  expect(learner.answered).toHaveLength(25);
  const asked = learner.answered.flatMap((id) => itemById(course).get(id) ?? []);
  expect(watch.count).toBeGreaterThan(25);
  expect(await watch.secretsOf(asked)).toEqual([]);
  expect(await watch.keyFields()).toEqual([]);

  await learner.play({ until: (screen) => screen === 'result' });
  const result = page.locator('article.results');
  expect(await learner.heading()).toBe('You have not passed yet');
  expect(Number.parseInt(await result.locator('.figure').innerText(), 10)).toBeLessThan(80);
  await result.getByText('80% was needed to pass').waitFor();
  const parts = await result.locator('section', { hasText: 'How you did, part by part' }).getByRole('listitem').allInnerTexts();
  expect(parts.length).toBeGreaterThan(3);
  for (const part of parts) expect(part).toMatch(/\S.*\s[\d.]+ \/ \d+/);
  const toRead = result.locator('section', { hasText: 'What to read again' }).getByRole('link');
  await toRead.first().waitFor();
  expect(await toRead.first().getAttribute('href')).toMatch(/^#\/lesson\//);
  await result.getByText('2 attempts left').waitFor();
  expect((await watch.secretsOf(asked)).length).toBeGreaterThan(0);

  await page.getByRole('button', { name: 'Start a new attempt' }).click();
  await page.getByRole('heading', { level: 1, name: 'Question 1 of 25' }).waitFor();
  await learner.play({ until: (screen) => screen === 'result' });
  expect(await learner.heading()).toBe('You passed');
  expect(await result.locator('.figure').innerText()).toBe('100%');
  await saved(page);
  const { progress } = await enrolmentOf(context);
  expect(progress.assessments['final']).toMatchObject({ attempts: 2, success: 'passed', best: 1 });

  await page.getByRole('link', { name: 'All my courses' }).click();
  await page.getByRole('heading', { name: 'Finished' }).waitFor();
  expect(troubles).toEqual([]);
  await context.close();
});
