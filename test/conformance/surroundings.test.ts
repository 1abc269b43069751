import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { apiCalls, failedCalls, launchBrowser, watch, watchedPage } from './browser.js';
import { buildPackage, type BuiltPackage } from './built-package.js';
import { Learner } from './learner.js';
import { startLms, type Lms } from './lms.js';
import { recordOf } from './record.js';
import { proves } from './requirements.js';
import { sitDown } from './sitting.js';

let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser.close());

describe.each(['scorm-1.2', 'scorm-2004-4'] as const)('a %s package', (standard) => {
  let built: BuiltPackage;
  let lms: Lms;
  beforeAll(async () => {
    built = await buildPackage('course-small', standard);
    lms = await startLms({ folder: built.folder, standard });
  });
  afterAll(async () => {
    await lms.close();
    await built.remove();
  });

  test('in a pop-up finds the API in its opener and reports', async () => {
    lms.reset();
    const context = await browser.newContext();
    const { page, troubles } = await watchedPage(context);
    await page.goto(`${lms.url}/popup`);
    const [popup] = await Promise.all([context.waitForEvent('page'), page.getByRole('button').click()]);
    watch(popup, troubles);
    const learner = new Learner(popup, built.course);
    await learner.play({ until: async (screen) => screen === 'lesson' && (await learner.heading()) === 'Lens and sectors' });
    await popup.close({ runBeforeUnload: true });
    await page.waitForFunction(() => (window as unknown as { calls: { name: string }[] }).calls.some(({ name }) => /Finish$|Terminate$/.test(name)));
    expect(failedCalls(await apiCalls(page))).toEqual([]);
    expect(troubles).toEqual([]);
    await context.close();
    expect(recordOf(lms.record(), standard)).toMatchObject({ completion: 'incomplete', exit: 'suspend' });
  });

  const framed = async (page: Page): Promise<Learner> => {
    const frame = await page.waitForSelector('#course').then((element) => element.contentFrame());
    if (frame === null) throw new Error('the frame is empty');
    return new Learner(frame, built.course);
  };

  test('without an API plays on, says so, and keeps progress in the browser', async () => {
    const context = await browser.newContext();
    const { page } = await watchedPage(context);
    await page.goto(`${lms.url}/bare`);
    const learner = await framed(page);
    await learner.place.getByText('did not find the learning system').waitFor();
    await learner.play({ until: async (screen) => screen === 'lesson' && (await learner.heading()) === "The keeper's night" });
    await page.reload();
    const again = await framed(page);
    expect(await again.screen()).toBe('lesson');
    expect(await again.heading()).toBe("The keeper's night");
    await context.close();
  });

  test('in a frame of another host, where it may neither report nor keep anything, says so and plays on', async () => {
    const context = await browser.newContext();
    // Chromium gives a foreign frame of a private window no storage; so that it does not matter who runs this, it is taken away.
    await context.addInitScript(() => Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('denied', 'SecurityError'); } }));
    const { page, troubles } = await watchedPage(context);
    await page.goto(`${lms.url}/frame?launch=${encodeURIComponent(`${lms.foreignUrl}/course/index.html`)}`);
    const learner = await framed(page);
    await learner.place.getByText(/did not find the learning system.* does not let the course keep anything/).waitFor();
    await learner.play({ until: async (screen) => screen === 'lesson' && (await learner.heading()) === "The keeper's night" });
    expect(await learner.place.locator('header .save').innerText()).toBe('Not saved');
    expect(troubles).toEqual([]);
    await context.close();
  });

  test('opened from file:// plays to its end', async () => {
    const context = await browser.newContext();
    const { page, troubles } = await watchedPage(context);
    await page.goto(pathToFileURL(join(built.folder, 'index.html')).href);
    const learner = new Learner(page, built.course);
    await learner.play({ until: (screen) => screen === 'course-result' });
    expect(await learner.heading()).toBe('You have passed this course');
    expect(troubles).toEqual([]);
    await context.close();
  });

  test.each(['?sco=1&user=2', '?a=1#lesson-9', '#start'])(proves('12-launch-parameters', '2004-launch-parameters')('bears %s at its address'), async (parameters) => {
    const joined = await startLms({ folder: built.folder, standard, parameters });
    const sitting = await sitDown(browser, joined, built.course, { path: '/frame' });
    await sitting.learner.play({ until: async (screen) => screen === 'lesson' && (await sitting.learner.heading()) === 'Lens and sectors' });
    expect(sitting.troubles).toEqual([]);
    await sitting.leave();
    expect(recordOf(joined.record(), standard).completion).toBe('incomplete');
    await joined.close();
  });

  test('on a phone 320 pixels wide needs no sideways scrolling', async () => {
    lms.reset();
    const sitting = await sitDown(browser, lms, built.course, { path: '/frame', viewport: { width: 320, height: 640 } });
    await sitting.learner.play({ until: (screen) => screen === 'lesson' });
    expect(await sitting.learner.place.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
    await sitting.leave();
  });

  test('shows its first lesson after two requests', async () => {
    lms.reset();
    const context = await browser.newContext();
    const { page } = await watchedPage(context);
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/course/')) asked.push(request.url());
    });
    await page.goto(`${lms.url}/frame`);
    const frame = page.frames().find((candidate) => candidate.url().includes('/course/'));
    if (frame === undefined) throw new Error('no frame shows the course');
    const learner = new Learner(frame, built.course);
    await learner.play({ until: (screen) => screen === 'lesson' });
    expect(asked.map((url) => url.slice(url.lastIndexOf('/') + 1))).toEqual(['index.html', 'player.js']);
    await context.close();
  });
});
