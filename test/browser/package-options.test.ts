import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { CompiledCourse } from '@preceptor/course/compiled';
import type { CourseOutline, PackagedBoot } from '@preceptor/course/delivery';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { axeFindings, tooWideBy } from './axe.js';
import { launchChromium, newBrowser, sizes, watchedTab } from './chromium.js';
import { compiled, courseOfEveryKind } from './course.js';
import { servePackage, type PackagedPages } from './packaged-pages.js';

let browser: Browser;
let course: CompiledCourse;
let pages: PackagedPages | undefined;
let context: BrowserContext | undefined;
beforeAll(async () => {
  [browser, course] = await Promise.all([launchChromium(), compiled(courseOfEveryKind)]);
}, 120_000);
afterEach(async () => {
  await context?.close();
  await pages?.close();
  context = pages = undefined;
});
afterAll(() => browser?.close());

/** A tab on the course as a packager has made it. */
async function open(boot: Partial<PackagedBoot>, { path = '/', change = (outline: CourseOutline) => outline } = {}): Promise<Page> {
  pages = await servePackage({ course, media: courseOfEveryKind }, boot, change);
  context = await newBrowser(browser);
  const { page } = await watchedTab(context);
  await page.goto(pages.url + path);
  return page;
}
const acknowledge = (page: Page) => page.getByRole('button', { name: 'I have read this and understand it' }).click();
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
const daysFromNow = (days: number): string => {
  const day = new Date(Date.now() + days * 86_400_000);
  return `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}-${String(day.getDate()).padStart(2, '0')}`;
};
/** Nothing for axe to find, and nothing to scroll sideways, on a laptop and a phone. */
async function isThereForEverybody(page: Page): Promise<void> {
  for (const size of ['laptop', 'phone'] as const) {
    await page.setViewportSize(sizes[size]);
    expect([size, await axeFindings(page), await tooWideBy(page)]).toEqual([size, [], 0]);
  }
}

describe('a course that opens in a window of its own', () => {
  const calls = (page: Page) => page.evaluate(() => (window as unknown as { calls: string[] }).calls);

  test('is opened by a button in the frame of the LMS, and only the window speaks to the LMS', async () => {
    const page = await open({ standard: 'scorm-1.2', window: 'window' }, { path: '/framed' });
    const frame = page.frameLocator('iframe');
    await frame.getByText('This course opens in a window of its own.').waitFor();
    expect(await calls(page)).toEqual([]);
    const [popup] = await Promise.all([page.waitForEvent('popup'), frame.getByRole('button', { name: 'Open the course' }).click()]);
    await popup.getByRole('heading', { level: 1, name: 'Before you begin' }).waitFor();
    await frame.getByRole('button', { name: 'Go to the window' }).waitFor();
    expect((await calls(page)).filter((name) => name === 'LMSInitialize')).toHaveLength(1);
    await popup.close();
    await frame.getByText('The window of the course was closed.').waitFor();
    const [again] = await Promise.all([page.waitForEvent('popup'), frame.getByRole('button', { name: 'Open the course' }).click()]);
    await again.getByRole('heading', { level: 1, name: 'Before you begin' }).waitFor();
  });

  test('says what to do where the browser opens no window', async () => {
    const page = await open({ window: 'window' }, { path: '/framed' });
    const frame = page.frames().find((each) => each.parentFrame() !== null);
    await frame?.evaluate(() => void Object.assign(window, { open: () => null }));
    await page.frameLocator('iframe').getByRole('button', { name: 'Open the course' }).click();
    await page.frameLocator('iframe').getByText('Allow pop-up windows for this page').waitFor();
  });

  test('is played at once where the LMS has opened a window already', async () => {
    const page = await open({ window: 'window' });
    await heading(page, 'Before you begin');
  });
});

describe('a course with a licence', () => {
  test('says after its last day that it is over and whom to ask, and tells the LMS nothing', async () => {
    const page = await open({ standard: 'scorm-1.2', validUntil: daysFromNow(-1) }, { path: '/framed' });
    await page.frameLocator('iframe').getByRole('heading', { level: 1, name: /^The licence of this course ended on / }).waitFor();
    await page.frameLocator('iframe').getByText('Ask whoever gave you this course').waitFor();
    expect(await page.evaluate(() => (window as unknown as { calls: string[] }).calls)).toEqual([]);
    await page.goto(page.url().replace('framed', ''));
    await heading(page, /licence/);
    await isThereForEverybody(page);
  });

  test('says two weeks ahead how long it may be used, and is used until then', async () => {
    const page = await open({ validUntil: daysFromNow(10) });
    await page.getByText(/^You can use this course until /).waitFor();
    await acknowledge(page);
    await heading(page, 'The character of a light');
  });

  test('says nothing of a day that is far off', async () => {
    const page = await open({ validUntil: daysFromNow(60) });
    await heading(page, 'Before you begin');
    expect(await page.getByText('You can use this course until').count()).toBe(0);
  });
});

describe('a course with a time limit', () => {
  test('shows the time left, hands in what is open when it is over, and lets nothing more be answered', async () => {
    const page = await open({ timeLimitSeconds: 12 });
    await page.getByRole('timer').getByText('Time left for the course').waitFor();
    await acknowledge(page);
    await page.evaluate(() => void (location.hash = '#/assessment/final'));
    await page.getByRole('button', { name: 'Start' }).click();
    await page.locator('.question input[value="true"]').check();
    await heading(page, 'The time for this course is over');
    await page.getByText('What you did is saved and counts.').waitFor();
    expect(await page.getByRole('button').count()).toBe(0);
    const kept = await page.evaluate(() => Object.values(localStorage).join(' '));
    expect(kept).toMatch(/"submitted":\{[^}]*"assessment":"final"/);
    await isThereForEverybody(page);
    await page.reload();
    await heading(page, 'The time for this course is over');
  });
});

test('a learner who saves and leaves is told what became of the work and that the window may go', async () => {
  const page = await open({ exitButton: true });
  await acknowledge(page);
  await page.getByRole('button', { name: 'Save and leave' }).click();
  await heading(page, 'You have left the course');
  await page.getByText('What you did is kept in this browser only. You can close this window.').waitFor();
  await isThereForEverybody(page);
});

describe('one part of a course', () => {
  const part = { id: 'light', number: 1, of: 2, courseTitle: 'Keeping a lighthouse' };
  const reduced = (outline: CourseOutline): CourseOutline => ({
    ...outline, title: 'Read the light', disclaimerHtml: null, units: outline.units.slice(0, 1),
    rules: { completion: { ...outline.rules.completion, checks: false, assessments: [] }, success: { assessments: [] } },
  });

  test('says which it is, finds only what it holds, and what comes next when it is done', async () => {
    const page = await open({ part }, { change: reduced });
    await heading(page, 'The character of a light');
    await page.getByRole('link', { name: /^Keeping a lighthouse.*Part 1 of 2$/ }).waitFor();
    expect(await page.title()).toBe('The character of a light – Keeping a lighthouse');
    for (const word of ['night', 'lens']) {
      await page.evaluate((query) => void (location.hash = `#/search?q=${query}`), word);
      await page.getByText(word === 'night' ? 'Nothing found for “night”.' : '1 lesson found').waitFor();
    }
    for (const lesson of ['character-of-a-light', 'lens-and-sectors']) {
      await page.evaluate((id) => void (location.hash = `#/lesson/${id}`), lesson);
      await page.getByRole('navigation', { name: 'Next' }).getByRole('link', { name: /^Next/ }).click();
    }
    await page.evaluate(() => void (location.hash = '#/result'));
    await heading(page, 'You have completed this part');
    await page.getByText('Close this part and go on with the next in your learning system.').waitFor();
    await isThereForEverybody(page);
  });

  test('names what lies in another part in plain words instead of by a link that leads nowhere', async () => {
    const elsewhere = 'the-night';
    const [unit] = course.units;
    const [lesson] = unit?.lessons ?? [];
    if (lesson === undefined) throw new Error('the course has lessons');
    const first = { id: lesson.id, html: `<p>See <a href="#/lesson/${elsewhere}">the night</a> and <a href="#/lesson/lens-and-sectors">lenses</a>.</p>`, checks: [], reflections: [] };
    const page = await open({ part, first }, { change: reduced });
    await page.getByText('See the night (in another part of this course) and lenses.').waitFor();
    expect(await page.locator('.lesson-text a').allInnerTexts()).toEqual(['lenses']);
  });

  test('says in a preview too that nothing is recorded, on each of its screens', async () => {
    const page = await open({ part, mode: 'browse' }, { change: reduced });
    for (const hash of ['#/lesson/character-of-a-light', '#/assessment/quiz-light', '#/result', '#/glossary', '#/search?q=']) {
      await page.evaluate((to) => void (location.hash = to), hash);
      await page.getByRole('complementary', { name: 'Please note' }).getByText('This is a preview. Nothing you do here is recorded.').waitFor();
      await page.locator('header .save').getByText('Not recorded').waitFor();
    }
  });
});
