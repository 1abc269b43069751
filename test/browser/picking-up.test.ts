import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CompiledCourse } from '@preceptor/course/compiled';
import { itemById } from '@preceptor/course/delivery';
import type { Browser } from 'playwright-core';
import { Learner } from '../conformance/learner.js';
import { launchChromium, newBrowser, sizes, watchedTab } from './chromium.js';
import { choicesOf, demoCourse, titleOf } from './course.js';
import { enrolmentOf, signInByClick } from './people.js';
import { answerCheck, check, optionOf, saved, shareRead } from './player.js';
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

test('a learner reads and answers on a laptop, leaves in the middle, and goes on at the same place on a phone with her answer there', async () => {
  const title = titleOf(course, 'medicine-and-support');
  const laptop = await newBrowser(browser, { baseURL: product.url });
  const { page, troubles } = await watchedTab(laptop);
  const watch = new AnswerWatch(page, course);
  await signInByClick(page, product, 'Fatima Zahra');
  await page.getByRole('link', { name: 'Begin the course' }).click();
  const learner = new Learner(page, course);
  expect(await learner.screen()).toBe('disclaimer');
  await learner.play({ until: async () => (await learner.heading()) === title });

  const { wrong } = choicesOf(course, 'check-medicine-and-support');
  const item = [...itemById(course).values()].filter(({ id }) => id === 'check-medicine-and-support');
  expect(await watch.secretsOf(item)).toEqual([]);
  await answerCheck(page, wrong);
  await check(page).getByText('Not right').first().waitFor();
  expect(await watch.secretsOf(item)).toHaveLength(1);
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight * 0.4));
  const left = await shareRead(page);
  expect(left).toBeGreaterThan(0.1);
  await expectPosition(laptop, 'medicine-and-support', left);
  await saved(page);
  await laptop.close();

  const phone = await newBrowser(browser, { baseURL: product.url, viewport: sizes.phone, hasTouch: true, isMobile: true });
  const again = await watchedTab(phone);
  await signInByClick(again.page, product, 'Fatima Zahra');
  await again.page.getByRole('link', { name: /^Continue: lesson 3 of \d+, about \d+ minutes?$/ }).click();
  await again.page.getByRole('heading', { level: 1, name: title }).waitFor();
  await check(again.page).getByText(/^(Answered|Not right)/).first().waitFor();
  expect(await optionOf(again.page, wrong).isChecked()).toBe(true);
  expect(Math.abs(await shareRead(again.page) - left)).toBeLessThan(0.1);
  expect([...troubles, ...again.troubles]).toEqual([]);
  await phone.close();
});

/** Waits until the server holds the place in the lesson. */
async function expectPosition(context: Parameters<typeof enrolmentOf>[0], lesson: string, share: number): Promise<void> {
  for (let tries = 0; tries < 50; tries += 1) {
    const { progress } = await enrolmentOf(context);
    if (Math.abs((progress.lessons[lesson]?.position ?? 0) - share) < 0.02) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('the place was never saved');
}
