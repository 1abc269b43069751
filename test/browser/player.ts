import { plainText, type Choice } from '@preceptor/assessment';
import type { Locator, Page } from 'playwright-core';

/** Opens the player and waits for its screen. */
export async function openPlayer(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('main h1').waitFor();
}

export const saveState = (page: Page): Locator => page.locator('header .save');

/** Waits until the player says that all is saved. */
export async function saved(page: Page): Promise<void> {
  await saveState(page).getByText('Saved', { exact: true }).waitFor();
}

/** How much of the lesson lies above the window, 0..1. */
export function shareRead(page: Page): Promise<number> {
  return page.locator('article.lesson').evaluate((lesson) => {
    const { top, height } = lesson.getBoundingClientRect();
    return Math.max(0, -top / height);
  });
}

/** The knowledge check of the lesson that is open. */
export const check = (page: Page): Locator => page.getByRole('region', { name: 'Check yourself' }).first();

/** An option of that check, by its words: its id is not the one that its author wrote. */
export const optionOf = (page: Page, { html }: Choice): Locator => check(page).getByRole('radio', { name: plainText(html), exact: true });

/** Chooses an option in the lesson's check and hands it in. */
export async function answerCheck(page: Page, option: Choice): Promise<void> {
  await optionOf(page, option).check();
  await check(page).getByRole('button', { name: 'Check my answer' }).click();
}

/** Goes on by the link at the end of a lesson. */
export async function next(page: Page): Promise<void> {
  const before = await page.locator('main h1').innerText();
  await page.getByRole('navigation', { name: 'Next' }).getByRole('link', { name: /^Next/ }).click();
  await page.locator('main h1').filter({ hasNotText: before }).waitFor();
}
