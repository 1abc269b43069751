import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** WCAG 2.2 AA with all that it builds on, and what axe holds to be good practice. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The rules that look at colours: what can differ between light and dark. */
const colourRules = ['color-contrast', 'link-in-text-block'];

/** What axe finds on the page as it is now, a line each: the rule, the element, and why. A frame's page is tested by itself. */
export async function axeFindings(page: Page, rules: 'all' | 'colours' = 'all'): Promise<string[]> {
  // Run through the debugger, which the page's content policy does not bind.
  // From the top: what lies under the sticky bar at the moment is not hidden for good.
  await page.evaluate(() => window.scrollTo(0, 0));
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await source);
  const { violations } = await page.evaluate(async (runOnly) => {
    const { axe } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } };
    return axe.run({ runOnly, resultTypes: ['violations'], iframes: false });
  }, rules === 'all' ? { type: 'tag', values: tags } : { type: 'rule', values: colourRules });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} (${node.failureSummary?.split('\n').slice(1).join(' ').trim() ?? ''})`));
}

/** By how many pixels the page is wider than its window: 0 where nothing has to be scrolled sideways. */
export function tooWideBy(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth));
}
