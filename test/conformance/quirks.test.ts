import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Frame, Page } from 'playwright-core';
import { launchBrowser } from './browser.js';
import { buildPackage, type BuiltPackage } from './built-package.js';
import { startCmi5Lms } from './cmi5/lms.js';
import { verbOf } from './cmi5/rules.js';
import { Learner } from './learner.js';
import { startQuirkyLms, type Quirks } from './quirky-lms.js';
import { proves } from './requirements.js';

/** What an LMS is known for that needs windows or time; the rest is imitated beside the trackers (quirks.test.ts there). */
let browser: Browser;
const packages = new Map<string, BuiltPackage>();
const standards = ['scorm-1.2', 'scorm-2004-4', 'cmi5'] as const;
beforeAll(async () => {
  browser = await launchBrowser();
  for (const standard of standards) packages.set(standard, await buildPackage('course-small', standard, { exitButton: true }));
});
afterAll(async () => {
  await browser.close();
  for (const built of packages.values()) await built.remove();
});
const built = (standard: (typeof standards)[number]): BuiltPackage => {
  const found = packages.get(standard);
  if (found === undefined) throw new Error(`${standard} was not built`);
  return found;
};

type LmsWindow = Window & { held: { [element: string]: string }; calls: string[] };
const held = (page: Page): Promise<{ [element: string]: string }> => page.evaluate(() => (window as unknown as LmsWindow).held);
const calls = (page: Page): Promise<string[]> => page.evaluate(() => (window as unknown as LmsWindow).calls);

async function inLms(quirks: Omit<Quirks, 'folder'>, standard: 'scorm-1.2' | 'scorm-2004-4', then: (page: Page, learner: Learner) => Promise<void>): Promise<void> {
  const lms = await startQuirkyLms({ folder: built(standard).folder, ...quirks });
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(lms.url);
    await then(page, new Learner(await courseIn(page), built(standard).course));
  } finally {
    await context.close();
    await lms.close();
  }
}

async function courseIn(page: Page): Promise<Frame> {
  const between = await page.waitForSelector('#course').then((element) => element.contentFrame());
  const course = await between?.waitForSelector('#course').then((element) => element.contentFrame());
  if (!course) throw new Error('no frame holds the course');
  return course;
}

test('an API that appears two seconds late is found, and nothing is said of a learning system that is missing', async () => {
  await inLms({ script: "setTimeout(() => { window.API = lms('1.2'); }, 2000);" }, 'scorm-1.2', async (page, learner) => {
    await learner.place.getByText('Loading').waitFor();
    await learner.play({ until: async (screen) => screen === 'lesson' && (await learner.heading()) === 'Lens and sectors' });
    expect((await calls(page))[0]).toBe('Initialize');
    expect(await held(page)).toMatchObject({ 'cmi.core.lesson_status': 'incomplete', 'cmi.suspend_data': expect.any(String) });
    expect(await learner.place.locator('aside.notice').count()).toBe(0);
  });
});

test('of two APIs, the nearer of which does not begin, the other one is reported to', async () => {
  const broken = "window.API = Object.assign(lms('1.2'), { LMSInitialize: () => 'false', LMSGetValue: () => '', LMSGetLastError: () => '101' });";
  await inLms({ script: "window.API = lms('1.2');", between: broken }, 'scorm-1.2', async (page, learner) => {
    await learner.play({ until: (screen) => screen === 'lesson' });
    expect((await calls(page))[0]).toBe('Initialize');
    expect(await page.frames()[1]?.evaluate(() => Object.keys((window as unknown as LmsWindow).held).length)).toBe(0);
  });
});

test('an LMS with both APIs is spoken to by the one of the package', async () => {
  const both = "window.API_1484_11 = lms('2004'); window.API = { LMSInitialize: () => { window.wrong = true; return 'true'; } };";
  await inLms({ script: both }, 'scorm-2004-4', async (page, learner) => {
    await learner.play({ until: (screen) => screen === 'lesson' });
    await page.waitForFunction(() => (window as unknown as LmsWindow).calls.includes('Initialize'));
    expect(await page.evaluate(() => 'wrong' in window)).toBe(false);
  });
});

test('an LMS that takes the page away as soon as it is told of the end has everything by then', async () => {
  const away = "window.API = lms('1.2'); const finish = API.LMSFinish; API.LMSFinish = () => { finish(''); document.getElementById('course').src = 'about:blank'; return 'true'; };";
  await inLms({ script: away }, 'scorm-1.2', async (page, learner) => {
    await learner.play({ until: async (screen) => screen === 'lesson' && (await learner.heading()) === 'Lens and sectors' });
    await learner.place.getByRole('button', { name: 'Save and leave' }).click();
    await page.waitForFunction(() => document.querySelector('iframe')?.contentDocument?.URL === 'about:blank');
    const ends = (await calls(page)).filter((call) => call === 'Terminate');
    expect([ends.length, (await calls(page)).at(-1)]).toEqual([1, 'Terminate']);
    expect(await held(page)).toMatchObject({ 'cmi.core.exit': 'suspend', 'cmi.core.session_time': expect.stringMatching(/^\d{4}:\d\d:\d\d/), 'cmi.core.lesson_location': 'lens-and-sectors' });
  });
});

test('a learner who leaves SCORM 2004 by the button has the LMS asked to suspend the course', async () => {
  await inLms({ script: "window.API_1484_11 = lms('2004');" }, 'scorm-2004-4', async (page, learner) => {
    await learner.play({ until: (screen) => screen === 'lesson' });
    await learner.place.getByRole('button', { name: 'Save and leave' }).click();
    await learner.place.getByText('You have left the course').waitFor();
    expect((await calls(page)).slice(-2)).toEqual(['SetValue adl.nav.request suspendAll', 'Terminate']);
  });
});

test('an LMS that answers with booleans and numbers, and has no LMSGetLastError, is reported to as ever', async () => {
  const odd = "window.API = lms('1.2'); delete API.LMSGetLastError; for (const name of ['LMSInitialize', 'LMSCommit', 'LMSSetValue', 'LMSFinish']) { const does = API[name]; API[name] = (...given) => { does(...given); return name === 'LMSSetValue' ? 1 : name === 'LMSCommit' ? undefined : true; }; }";
  await inLms({ script: odd }, 'scorm-1.2', async (page, learner) => {
    await learner.play({ until: async (screen) => screen === 'lesson' && (await learner.heading()) === 'Lens and sectors' });
    await learner.place.locator('header .save').getByText('Saved', { exact: true }).waitFor();
    expect(await held(page)).toMatchObject({ 'cmi.core.lesson_location': 'lens-and-sectors' });
  });
});

test('an LMS that allows a time has the course end with it, and is told how long the learner was there', async () => {
  const hurried = "window.held['cmi.student_data.max_time_allowed'] = '0000:00:04'; window.API = lms('1.2');";
  await inLms({ script: hurried }, 'scorm-1.2', async (page, learner) => {
    await learner.place.getByText('The time for this course is over').first().waitFor();
    await page.waitForFunction(() => (window as unknown as LmsWindow).calls.at(-1) === 'Terminate');
    expect(await held(page)).toMatchObject({ 'cmi.core.session_time': expect.stringMatching(/^0000:00:0[3-9]/) });
  });
});

test(proves('cmi5-return')('a learner who leaves cmi5 by the button is taken where the LMS wants her, the session ended'), async () => {
  const { folder, course } = built('cmi5');
  const lms = await startCmi5Lms({ folder, wantsBack: true });
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(`${lms.url}/window`);
    const learner = new Learner(page, course);
    await learner.play({ until: async (screen) => screen === 'lesson' && (await learner.heading()) === 'Lens and sectors' });
    await page.getByRole('button', { name: 'Save and leave' }).click();
    await page.getByRole('heading', { name: 'Back at the learning system' }).waitFor();
    expect(lms.stores[0]?.statements.map(verbOf).at(-1)).toBe('terminated');
    expect(lms.record()).toMatchObject({ completion: 'incomplete', location: 'lens-and-sectors' });
  } finally {
    await context.close();
    await lms.close();
  }
});
