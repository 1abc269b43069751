import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { axeFindings, tooWideBy } from './axe.js';
import { launchChromium, newBrowser, schemesOf, sizes, watchedTab } from './chromium.js';
import { courseOfEveryKind, courseOfKindsApart, courseWithEssay } from './course.js';
import { browserOf, type Name } from './people.js';
import { type Places, placesIn } from './places.js';
import { type Product, startProduct } from './product.js';

/** Keep a picture of each screen in this folder, to look at. */
const pictures = process.env['SCREENSHOTS'];

/** A screen as somebody meets it. */
export interface Screen<P extends Places = Places> {
  name: string;
  /** null: nobody is signed in */
  who: Name | null;
  /** Goes there and waits until it has come to rest. */
  open(page: Page, places: P): Promise<void>;
  /** What is done there, after which it is looked at again. */
  goOn?(page: Page): Promise<void>;
  /** The part of a page that takes the place of the rest on a narrow window only. */
  narrowOnly?: true;
  /** What is tested here is a trouble. */
  troubled?: true;
}

/** The places of screens that need nothing but the demo and courses with items of every kind. */
export const placesWithEveryKind = (browser: Browser, product: Product): Promise<Places> => placesIn(browser, product, ['course-small', 'course-pilot']);

/** Looks at screens with axe and for what is wider than the window; each screen is a test. `prepare` makes once what they show. */
export function testEveryScreen<P extends Places>(screens: Screen<P>[], prepare: (browser: Browser, product: Product) => Promise<P>): void {
  let product: Product;
  let browser: Browser;
  let places: P;
  const browsers = new Map<Name | null, Promise<BrowserContext>>();
  const browserFor = (who: Name | null): Promise<BrowserContext> => {
    const known = browsers.get(who) ?? (who === null ? newBrowser(browser, { baseURL: product.url }) : browserOf(browser, product, who));
    browsers.set(who, known);
    return known;
  };

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({ alsoCourses: [courseOfEveryKind, courseOfKindsApart, courseWithEssay] }), launchChromium()]);
    places = await prepare(browser, product);
    if (pictures !== undefined) await mkdir(pictures, { recursive: true });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  describe('a screen is there for everybody, in light and dark, on a phone and on a laptop', () => {
    test.each(screens)('$name', async (screen) => {
      const { page, troubles } = await watchedTab(await browserFor(screen.who));
      await page.setViewportSize(screen.narrowOnly === true ? sizes.phone : sizes.laptop);
      await screen.open(page, places);
      const found = await findings(page, screen, 'at first');
      if (screen.goOn !== undefined) {
        await screen.goOn(page);
        found.push(...await findings(page, screen, 'then'));
      }
      if (screen.troubled !== true) found.push(...troubles);
      await page.close();
      expect(found).toEqual([]);
    });
  });
}

type Look = Pick<Screen, 'name' | 'narrowOnly'>;

/** What is wrong with a screen at each size, a line each. */
async function findings(page: Page, screen: Look, stage: string): Promise<string[]> {
  const found: string[] = [];
  for (const size of screen.narrowOnly === true ? (['phone'] as const) : (['laptop', 'phone'] as const)) {
    for (const width of size === 'phone' ? (['tablet', 'phone'] as const) : [size]) {
      await page.setViewportSize(sizes[width]);
      await atRest(page);
      const wide = await tooWideBy(page);
      if (wide > 0) found.push(`${stage}, ${width}: ${wide} pixels too wide`);
    }
    for (const colorScheme of screen.narrowOnly === true ? (['light', 'dark'] as const) : schemesOf(size)) {
      await page.emulateMedia({ colorScheme });
      await page.waitForFunction((scheme) => (document.documentElement.dataset['mantineColorScheme'] ?? scheme) === scheme, colorScheme);
      for (const finding of await axeFindings(page)) found.push(`${stage}, ${size}, ${colorScheme}: ${finding}`);
      await picture(page, screen, `${stage}-${size}-${colorScheme}`);
    }
  }
  return found;
}

/** What follows the window's size has followed. */
function atRest(page: Page): Promise<void> {
  return page.evaluate(() => new Promise((resolve) => setTimeout(() => requestAnimationFrame(() => resolve()), 60)));
}

async function picture(page: Page, screen: Look, view: string): Promise<void> {
  if (pictures === undefined) return;
  // A dialog covers the window, not the page.
  const dialog = await page.getByRole('dialog').first().isVisible();
  await page.screenshot({ path: join(pictures, `${`${screen.name} ${view}`.replaceAll(/[^a-z0-9]+/gi, '-')}.png`), fullPage: !dialog });
}
