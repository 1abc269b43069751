import type { Page } from 'playwright-core';

/** Opens an address of the web app and waits until nothing is loading. */
export async function go(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('h1').waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null);
}
