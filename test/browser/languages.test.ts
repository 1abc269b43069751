import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { CompiledCourse } from '@preceptor/course/compiled';
import type { Browser, Page } from 'playwright-core';
import { inArabic } from './arabic.js';
import { axeFindings, tooWideBy } from './axe.js';
import { launchChromium, newBrowser, schemesOf, sizes, watchedTab } from './chromium.js';
import { compiled, courseOfEveryKind } from './course.js';
import { servePackage, type PackagedPages } from './packaged-pages.js';

/** Keep a picture of each screen in this folder, to look at. */
const pictures = process.env['SCREENSHOTS'];
const ar = { start: 'البدء', next: 'السؤال التالي', review: 'مراجعة قبل التسليم', submit: 'تسليم إجاباتي', check: 'التحقق من إجابتي', acknowledge: 'قرأت هذا وفهمته', outline: 'إظهار المحتويات', flag: 'وضع علامة للعودة إليه' };

let browser: Browser;
let english: CompiledCourse;
let both: PackagedPages;
let arabic: PackagedPages;
beforeAll(async () => {
  [browser, english] = await Promise.all([launchChromium(), compiled(courseOfEveryKind)]);
  if (pictures !== undefined) await mkdir(pictures, { recursive: true });
  both = await servePackage({ course: english, media: courseOfEveryKind, translations: [inArabic(english)] }, { exitButton: true, timeLimitSeconds: 5_400 });
  arabic = await servePackage({ course: inArabic(english), media: courseOfEveryKind }, { exitButton: true, timeLimitSeconds: 5_400 });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await both?.close();
  await arabic?.close();
});

async function tab(url: string): Promise<{ page: Page; troubles: string[] }> {
  const opened = await watchedTab(await newBrowser(browser));
  await opened.page.goto(url);
  return opened;
}
const begun = (page: Page) => page.getByRole('button', { name: ar.acknowledge }).click();
const go = async (page: Page, hash: string): Promise<void> => {
  await page.evaluate((to) => void (location.hash = to), hash);
  await page.locator('main h1').waitFor();
};
const takeFinal = async (page: Page): Promise<void> => {
  await go(page, '#/assessment/final');
  await page.getByRole('button', { name: ar.start }).click();
  await page.locator('.taking .question').waitFor();
};

describe('a course that is written from right to left looks and works as one, in light and dark, on a phone and on a laptop', () => {
  const screens: { name: string; open(page: Page): Promise<void> }[] = [
    { name: 'the disclaimer', open: (page) => page.getByRole('button', { name: ar.acknowledge }).waitFor() },
    { name: 'a lesson', open: async (page) => { await begun(page); await page.locator('article.lesson .check').waitFor(); } },
    { name: 'a check answered wrongly', open: async (page) => { await begun(page); await page.locator('.check input').last().check(); await page.getByRole('button', { name: ar.check }).click(); await page.locator('.check .verdict').first().waitFor(); } },
    { name: 'a lesson with a picture', open: async (page) => { await begun(page); await go(page, '#/lesson/lens-and-sectors'); await page.locator('.reflection textarea').fill('أتذكر the light at Fl(2) جيدًا'); } },
    { name: 'a term', open: async (page) => { await begun(page); await page.locator('button[data-term]').first().click(); await page.getByRole('dialog').waitFor(); } },
    { name: 'the introduction of an assessment', open: async (page) => { await begun(page); await go(page, '#/assessment/final'); await page.getByRole('button', { name: ar.start }).waitFor(); } },
    ...['truth', 'match', 'order', 'sort', 'fill', 'number', 'gaps', 'themes', 'spot'].map((item, index) => ({
      name: `the question ${item}`,
      open: async (page: Page) => {
        await begun(page);
        await takeFinal(page);
        await page.locator('.question-map ol button').nth(index).click();
        await page.getByRole('button', { name: ar.flag }).click();
      },
    })),
    { name: 'the review', open: async (page) => { await begun(page); await takeFinal(page); await page.locator('.question-map').getByRole('button', { name: ar.review }).click(); await page.locator('.review-list').waitFor(); } },
    { name: 'the result of an assessment', open: async (page) => { await begun(page); await takeFinal(page); await submit(page); } },
    { name: 'the result of the course', open: async (page) => { await begun(page); await go(page, '#/result'); await page.locator('.course-result').waitFor(); } },
    { name: 'the glossary', open: async (page) => { await begun(page); await go(page, '#/glossary'); await page.locator('.terms').waitFor(); } },
    { name: 'a search', open: async (page) => { await begun(page); await go(page, `#/search?q=${encodeURIComponent('الضوء')}`); await page.locator('.found li').first().waitFor(); } },
    { name: 'reading settings', open: async (page) => { await begun(page); await page.locator('.settings > button').click(); } },
  ];
  test.each(screens)('$name', async ({ name, open }) => {
    const { page, troubles } = await tab(arabic.url);
    await open(page);
    const found: string[] = [];
    for (const size of ['laptop', 'phone'] as const) {
      await page.setViewportSize(sizes[size]);
      await page.evaluate(() => new Promise((resolve) => setTimeout(() => requestAnimationFrame(() => resolve(null)), 60)));
      const wide = await tooWideBy(page);
      if (wide > 0) found.push(`${size}: ${wide} pixels too wide`);
      for (const colorScheme of schemesOf(size)) {
        await page.emulateMedia({ colorScheme });
        for (const finding of await axeFindings(page)) found.push(`${size}, ${colorScheme}: ${finding}`);
        if (pictures !== undefined) await page.screenshot({ path: join(pictures, `ar-${name.replaceAll(' ', '-')}-${size}-${colorScheme}.png`) });
      }
    }
    expect([...found, ...troubles]).toEqual([]);
    expect(await page.locator('html').evaluate((html: HTMLElement) => [html.lang, html.dir])).toEqual(['ar', 'rtl']);
    await page.context().close();
  });

  test('the outline stands at the right, progress grows from the right, and a picture is not mirrored', async () => {
    const { page } = await tab(arabic.url);
    await begun(page);
    await go(page, '#/result');
    const places = await page.evaluate(() => {
      const box = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
      return { outline: box('nav.outline')?.left, main: box('main')?.left, track: box('.score .track'), value: box('.score .value') };
    });
    expect(places.outline).toBeGreaterThan(places.main ?? Infinity);
    expect(Math.round(places.value?.right ?? 0)).toBe(Math.round(places.track?.right ?? -1));
    await takeFinal(page);
    await page.locator('.question-map ol button').nth(8).click();
    const picture = await page.locator('.hotspot').evaluate((frame) => ({ image: frame.querySelector('img')?.getBoundingClientRect().left, area: frame.querySelector('svg')?.getBoundingClientRect().left, turned: getComputedStyle(frame).transform }));
    expect(picture).toEqual({ image: picture.area, area: picture.image, turned: 'none' });
    await page.context().close();
  });
});

async function submit(page: Page): Promise<void> {
  await page.locator('.question-map').getByRole('button', { name: ar.review }).click();
  await page.getByRole('button', { name: ar.submit }).click();
  await page.getByRole('dialog').getByRole('button', { name: ar.submit }).click();
  await page.locator('article.results').waitFor();
}

describe('a learner who changes the language of a course', () => {
  const choose = async (page: Page, language: string): Promise<void> => {
    await page.locator('select.language').selectOption(language);
    await page.waitForFunction((lang) => document.documentElement.lang === lang, language);
  };
  const acknowledged = (page: Page) => page.getByRole('button', { name: 'I have read this and understand it' }).click();

  test('stays in the lesson, without loading the page anew, and finds it so the next time', async () => {
    const { page, troubles } = await tab(both.url);
    await page.evaluate(() => void Object.assign(window, { same: true }));
    await acknowledged(page);
    await go(page, '#/lesson/lens-and-sectors');
    await page.getByRole('heading', { level: 1, name: 'Lens and sectors' }).waitFor();
    await choose(page, 'ar');
    await page.getByRole('heading', { level: 1, name: 'العدسة والقطاعات' }).waitFor();
    await page.getByText('تجمع العدسة الضوء').first().waitFor();
    expect(await page.evaluate(() => ['same' in window, document.documentElement.dir, location.hash, document.title])).toEqual([true, 'rtl', '#/lesson/lens-and-sectors', 'العدسة والقطاعات – العناية بالمنارة']);
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'العدسة والقطاعات' }).waitFor();
    await choose(page, 'en');
    await page.getByRole('heading', { level: 1, name: 'Lens and sectors' }).waitFor();
    expect(await page.locator('html').getAttribute('dir')).toBe('ltr');
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test('keeps what was chosen, answered and written in it', async () => {
    const { page } = await tab(both.url);
    await acknowledged(page);
    await page.locator('.check input[value="b"]').check();
    await choose(page, 'ar');
    await page.getByText('بِمَ يُعرف الضوء؟').waitFor();
    expect(await page.locator('.check input[value="b"]').isChecked()).toBe(true);
    await page.getByRole('button', { name: ar.check }).click();
    await page.getByText('لا أحد يرى البرج ليلًا.').waitFor();
    await choose(page, 'en');
    await page.getByText('At night nobody sees the tower.').waitFor();
    await go(page, '#/lesson/lens-and-sectors');
    await page.locator('.reflection textarea').fill('Off the cape.');
    await choose(page, 'ar');
    await page.getByText('أين اتبعت ضوءًا').waitFor();
    expect(await page.locator('.reflection textarea').inputValue()).toBe('Off the cape.');
    await page.context().close();
  });

  test('goes on with the same form of an assessment, its answers and its place, and reads the result in the new language', async () => {
    const { page } = await tab(both.url);
    await acknowledged(page);
    await go(page, '#/assessment/final');
    await page.getByRole('button', { name: 'Start' }).click();
    await page.locator('.question input[value="true"]').check();
    await page.getByRole('button', { name: 'Next question' }).click();
    await page.getByRole('heading', { level: 1, name: 'Question 2 of 10' }).waitFor();
    await choose(page, 'ar');
    await page.getByText('يُرجى وصل كل لون بما يدل عليه.').waitFor();
    await page.getByRole('heading', { level: 1, name: 'السؤال 2 من 10' }).waitFor();
    await page.locator('.question-map ol button').first().click();
    await page.getByText('في الضباب يعمل البوق مع الضوء.').waitFor();
    expect(await page.locator('.question input[value="true"]').isChecked()).toBe(true);
    await submit(page);
    await page.getByText('لم تنجح بعد').first().waitFor();
    await choose(page, 'en');
    await page.getByRole('heading', { level: 1, name: 'You have not passed yet' }).waitFor();
    await page.locator('.answers').getByText('In fog the horn sounds as well as the light.').waitFor();
    expect(await page.locator('.attempts, main').getByText('2 attempts left').count()).toBe(1);
    await page.context().close();
  });

  test('finds the choice beside all else that may stand at the top of a phone, and the name of the course in it', async () => {
    const part = { id: 'light', number: 1, of: 2, courseTitle: english.title };
    const parts = await servePackage({ course: english, media: courseOfEveryKind, translations: [inArabic(english)] }, { part, exitButton: true, timeLimitSeconds: 5_400 });
    const { page } = await tab(parts.url);
    await acknowledged(page);
    await choose(page, 'ar');
    await page.getByRole('link', { name: /^العناية بالمنارة.*الجزء 1 من 2$/ }).waitFor();
    for (const size of ['laptop', 'phone'] as const) {
      await page.setViewportSize(sizes[size]);
      expect([size, await axeFindings(page), await tooWideBy(page)]).toEqual([size, [], 0]);
      if (pictures !== undefined) await page.screenshot({ path: join(pictures, `ar-part-${size}.png`) });
    }
    await page.context().close();
    await parts.close();
  });

  test('is told where a language can not be had now, and goes on in the old one', async () => {
    const { page } = await tab(both.url);
    await acknowledged(page);
    await page.locator('.check').waitFor();
    await page.context().setOffline(true);
    await page.locator('select.language').selectOption('ar');
    await page.locator('select.language[title]').waitFor();
    expect(await page.locator('select.language').inputValue()).toBe('en');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.context().close();
  });
});
