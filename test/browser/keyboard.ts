import type { Page } from 'playwright-core';

/** Presses Tab until what has the focus begins with these words. */
export async function tabTo(page: Page, words: string, most = 60): Promise<void> {
  const passed: string[] = [];
  for (let tabs = 0; tabs < most; tabs += 1) {
    await page.keyboard.press('Tab');
    const name = await focused(page);
    if (name.startsWith(words)) return;
    passed.push(name);
  }
  throw new Error(`Tab does not lead to "${words}"; it leads to ${passed.join(' | ')}`);
}

/** The name of what has the focus, or its words. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    return (element?.getAttribute('aria-label') ?? element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
  });
}

export function focusIsOn(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector);
}
