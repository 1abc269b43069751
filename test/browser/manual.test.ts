import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchChromium, newBrowser } from './chromium.js';
import { manualPictures, prepareManual } from './manual-pictures.js';
import { browserOf, type Name } from './people.js';
import { type Places, placesIn } from './places.js';
import { type Product, startProduct } from './product.js';

/*
 * The pictures of docs/coordinator-manual.md. `npm run pictures` makes them anew; every other run opens each screen and holds its
 * words to those that stood there when its picture was made, so that a picture can't age unseen.
 */
const update = process.env['UPDATE_IMAGES'] === '1';
const root = join(import.meta.dirname, '../..');
const folder = join(root, 'docs/images/manual');
const mostBytes = 1_500_000;
/** A laptop's window, low enough that a page of the manual shows it whole. */
const viewport = { width: 1280, height: 720 };

let product: Product;
let browser: Browser;
let places: Places;
const contexts = new Map<Name | null, Promise<BrowserContext>>();
const words: Record<string, string[]> = {};
beforeAll(async () => {
  await mkdir(folder, { recursive: true });
  [product, browser] = await Promise.all([startProduct(), launchChromium()]);
  places = await placesIn(browser, product);
  const page = await (await contextOf('Dana Whitfield')).newPage();
  await prepareManual(page, places);
  await page.close();
}, 120_000);
afterAll(async () => {
  if (update) await writeFile(join(folder, 'words.json'), `${JSON.stringify(words, null, 1)}\n`);
  await browser?.close();
  await product?.stop();
});

function contextOf(who: Name | null): Promise<BrowserContext> {
  const options = { viewport, colorScheme: 'light' as const };
  const known = contexts.get(who) ?? (who === null ? newBrowser(browser, { baseURL: product.url, ...options }) : browserOf(browser, product, who, options));
  contexts.set(who, known);
  return known;
}

test.each(manualPictures)('the picture “$name” shows what stands there', async ({ name, who, open }) => {
  const page = await (await contextOf(who)).newPage();
  await open(page, places);
  words[name] = await wordsOn(page);
  if (update) {
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', caret: 'hide' });
  }
  await page.close();
  const kept = update ? words : JSON.parse(await readFile(join(folder, 'words.json'), 'utf8')) as Record<string, string[]>;
  // Something stands there that the picture does not show, or the other way round: npm run pictures.
  expect(words[name]).toEqual(kept[name]);
});

test('the manual shows every picture and no other, and they are small', async () => {
  const manual = await readFile(join(root, 'docs/coordinator-manual.md'), 'utf8');
  const named = [...manual.matchAll(/!\[([^\]]+)\]\(images\/manual\/([\w-]+)\.png\)/g)];
  expect(named.map(([, , name]) => name)).toEqual(manualPictures.map(({ name }) => name));
  expect(named.filter(([, alt = '']) => alt.length < 20)).toEqual([]);
  const files = (await readdir(folder)).filter((file) => file.endsWith('.png'));
  expect(files.toSorted()).toEqual(manualPictures.map(({ name }) => `${name}.png`).toSorted());
  const sizes = await Promise.all(files.map(async (file) => (await stat(join(folder, file))).size));
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(mostBytes);
});

/** What a screen is made of: its headings, fields, buttons, links of its bars and heads of tables, without what differs from day to day. */
function wordsOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const said = [...document.querySelectorAll('main h1, main h2, main h3, main legend, main label, main button, main nav a, main th[scope=col], dt')]
      .filter((part) => part.checkVisibility())
      .map((part) => (part.getAttribute('aria-label') ?? part.textContent ?? '').replaceAll(/\s+/g, ' ').trim())
      .filter((text) => text !== '' && text.length < 80 && !/\d/.test(text));
    return [...new Set(said)];
  });
}
