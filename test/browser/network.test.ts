import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CompiledCourse } from '@preceptor/course/compiled';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchChromium } from './chromium.js';
import { choicesOf, demoCourse, titleOf } from './course.js';
import { ask, browserOf, enrolmentOf } from './people.js';
import { answerCheck, check, next, openPlayer, saved, saveState } from './player.js';
import { type Product, startProduct } from './product.js';

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

describe('the network goes away in the middle', () => {
  test('a learner reads and answers on, is told that it waits to be saved, and then all of it is on the server', async () => {
    const { context, id } = await learner('Oskar Nowak');
    const page = await context.newPage();
    await openPlayer(page, `/learn/${id}/#/lesson/no-requirement-still-a-duty`);
    await page.waitForLoadState('networkidle');
    await context.setOffline(true);
    await answerCheck(page, choicesOf(course, 'check-no-requirement-still-a-duty').right);
    await check(page).getByText('Your answer is kept. You will see whether it was right when the network is back.').waitFor();
    await saveState(page).getByText('Waiting to save').waitFor();
    await next(page);
    await page.getByRole('heading', { level: 1, name: titleOf(course, 'knowing-and-preparing') }).waitFor();
    expect(await saveState(page).innerText()).toBe('Waiting to save');
    await context.setOffline(false);
    await saved(page);
    const { progress } = await enrolmentOf(context);
    expect(progress.checks['check-no-requirement-still-a-duty']?.answers).toBe(1);
    expect(progress.lessons['no-requirement-still-a-duty']?.completion).toBe('completed');
    expect(progress.bookmark?.lesson).toBe('knowing-and-preparing');
    await context.close();
  });

  test('answers of an attempt wait on the device, over a closed tab too, and count when it is back', async () => {
    const { context, id } = await learner('Leila Haddad');
    const page = await context.newPage();
    await openPlayer(page, `/learn/${id}/#/assessment/final`);
    await page.getByRole('button', { name: 'Start' }).click();
    await page.getByRole('heading', { level: 1, name: 'Question 1 of 25' }).waitFor();
    await saved(page);
    await context.setOffline(true);
    await answerSome(page, 3);
    await saveState(page).getByText('Waiting to save').waitFor();
    expect(await answersOnServer(context, id)).toBe(0);
    await page.close();

    await context.setOffline(false);
    const again = await context.newPage();
    await openPlayer(again, `/learn/${id}/#/assessment/final`);
    await saved(again);
    expect(await answersOnServer(context, id)).toBe(3);
    await again.getByRole('button', { name: 'Go on with your attempt' }).click();
    await again.getByRole('button', { name: /^Question \d+, answered/ }).nth(2).waitFor();
    await context.close();
  });
});

describe('two tabs on one course', () => {
  test('each keeps what the other has answered', async () => {
    const { context, id } = await learner('Ravi Menon');
    const [one, two] = [await context.newPage(), await context.newPage()];
    await openPlayer(one, `/learn/${id}/#/lesson/opportunity-and-responsibility`);
    await openPlayer(two, `/learn/${id}/#/lesson/from-questions-to-collaboration`);
    const text = 'I would ask my board first.';
    await one.getByRole('textbox').first().fill(text);
    await two.getByRole('textbox').first().fill('I would write down who decides what before we begin, and who answers when something goes wrong.');
    await two.getByRole('button', { name: 'Keep my answer' }).click();
    await one.bringToFront();
    await one.getByRole('textbox').first().blur();
    await Promise.all([saved(one), saved(two)]);
    await one.close();
    await two.close();
    const { progress } = await enrolmentOf(context);
    expect(Object.values(progress.reflections)).toContain(text);
    expect(progress.checks['check-from-questions-to-collaboration']?.answers).toBe(1);
    await context.close();
  });

  test('in one attempt, an answer given in one tab does not take away an answer given in the other', async () => {
    const { context, id } = await learner('Ingrid Solheim');
    const [one, two] = [await context.newPage(), await context.newPage()];
    await openPlayer(one, `/learn/${id}/#/assessment/final`);
    await one.getByRole('button', { name: 'Start a new attempt' }).click();
    await one.getByRole('heading', { level: 1, name: 'Question 1 of 25' }).waitFor();
    await saved(one);
    await openPlayer(two, `/learn/${id}/#/assessment/final`);
    await two.getByRole('button', { name: 'Go on with your attempt' }).click();
    await two.getByRole('button', { name: /^Question 20,/ }).click();
    await two.getByRole('heading', { level: 1, name: 'Question 20 of 25' }).waitFor();
    await answerSome(one, 1);
    await saved(one);
    await answerSome(two, 1);
    await saved(two);
    expect(await answersOnServer(context, id)).toBe(2);
    await context.close();
  });
});

async function learner(name: Parameters<typeof browserOf>[2]): Promise<{ context: BrowserContext; id: string }> {
  const context = await browserOf(browser, product, name);
  return { context, id: (await enrolmentOf(context)).id };
}

/** Answers this many questions with whatever comes first, from the one that is open on, and goes to the next each time. */
async function answerSome(page: Page, count: number): Promise<void> {
  for (let done = 0; done < count;) {
    const heading = await page.locator('main h1').innerText();
    const choice = page.locator('article.taking .options input').first();
    if (await choice.isVisible()) {
      await choice.check();
      done += 1;
    }
    await page.getByRole('button', { name: 'Next question' }).click();
    await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor({ state: 'detached' });
  }
}

async function answersOnServer(context: BrowserContext, id: string): Promise<number> {
  const { progress } = await enrolmentOf(context);
  const attempt = progress.assessments['final']?.openAttempt?.id;
  const { enrolment } = await ask<{ enrolment: { attempt: { responses: object } } }>(context, 'query ($id: ID!, $attempt: ID!) { enrolment(id: $id) { attempt(id: $attempt) { responses } } }', { id, attempt });
  return Object.keys(enrolment.attempt.responses).length;
}
