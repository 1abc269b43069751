import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser.js';
import { buildPackage, type BuiltPackage } from './built-package.js';
import { startCmi5Lms, type Cmi5Lms } from './cmi5/lms.js';
import { verbOf } from './cmi5/rules.js';
import { Learner } from './learner.js';
import { secondsOf } from './record.js';
import { proves } from './requirements.js';
import { sitDown, type Sitting } from './sitting.js';

let browser: Browser;
let built: BuiltPackage;
beforeAll(async () => {
  browser = await launchBrowser();
  built = await buildPackage('course-small', 'cmi5');
});
afterAll(async () => {
  await browser.close();
  await built.remove();
});

const eventually = async <T>(what: () => T, holds: (value: T) => boolean, patienceMs = 20_000): Promise<T> => {
  for (const end = Date.now() + patienceMs; ;) {
    const value = what();
    if (holds(value)) return value;
    if (Date.now() > end) throw new Error(`it never came: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
/** What went wrong in the page, save that a document is not there yet, which a browser always writes down. */
const amiss = ({ troubles }: Sitting): string[] => troubles.filter((trouble) => !/status of 404/.test(trouble));
const atLesson = (sitting: Sitting, title: string) => async (screen: string): Promise<boolean> => screen === 'lesson' && (await sitting.learner.heading()) === title;

describe.each([['beside the course', false], ['at another host', true]])('a cmi5 package whose record store is %s', (_where, elsewhere) => {
  let lms: Cmi5Lms;
  beforeAll(async () => void (lms = await startCmi5Lms({ folder: built.folder, elsewhere })));
  afterEach(() => lms.reset());
  afterAll(() => lms.close());
  const sit = (): Promise<Sitting> => sitDown(browser, lms, built.course);
  const verbs = (): string[] => lms.stores.flatMap(({ statements }) => statements.map(verbOf));
  const ended = () => eventually(verbs, (said) => said.at(-1) === 'terminated');

  test(proves('cmi5-launch', 'cmi5-token', 'cmi5-version', 'cmi5-launch-data', 'cmi5-order', 'cmi5-result', 'cmi5-mastery', 'cmi5-categories', 'cmi5-allowed', 'cmi5-preferences')('played to its end by clicking, says all that cmi5 asks for, in its order, and every answer'), async () => {
    const sitting = await sit();
    await sitting.learner.play({ until: (screen) => screen === 'course-result' });
    expect(await sitting.learner.heading()).toBe('You have passed this course');
    await eventually(verbs, (said) => said.includes('completed') && said.includes('passed'));
    expect(amiss(sitting)).toEqual([]);
    await sitting.lmsPage.evaluate(() => document.getElementById('course')?.remove());
    const said = await eventually(verbs, (all) => all.at(-1) === 'terminated');
    await sitting.kill();
    expect(said[0]).toBe('initialized');
    for (const verb of ['initialized', 'completed', 'passed', 'terminated']) expect([verb, said.filter((one) => one === verb).length]).toEqual([verb, 1]);
    expect(lms.stores[0]?.asked).toContain('GET agents/profile');
    const record = lms.record();
    expect(record).toMatchObject({ completion: 'completed', success: 'passed', scaled: 1, exit: 'terminated' });
    expect(secondsOf(record.totalTime)).toBeGreaterThan(0);
    for (const item of new Set(sitting.learner.answered)) expect([item, record.interactions.some(({ id }) => id.endsWith(`/${item}`))]).toEqual([item, true]);
    for (const interaction of record.interactions) if (!interaction.id.includes('check-essay')) expect(interaction).toMatchObject({ result: 'correct', correct: [expect.any(String)], response: expect.any(String) });
  });

  test(proves('cmi5-state')('left in the middle of the final, is resumed there on another device'), async () => {
    const first = await sit();
    await first.learner.play({ until: async (screen) => screen === 'question' && (await first.learner.heading()) === 'Question 5 of 10' });
    await first.leave(ended);
    const second = await sit();
    await second.learner.play({ until: (screen) => screen === 'introduction' || screen === 'question' });
    if ((await second.learner.screen()) === 'introduction') await second.learner.place.getByRole('button', { name: 'Go on with your attempt' }).click();
    await second.learner.place.getByRole('heading', { level: 1, name: 'Question 5 of 10' }).waitFor();
    await second.learner.place.getByRole('button', { name: /^Question 4, answered/ }).waitFor();
    await second.learner.play({ until: (screen) => screen === 'course-result' });
    await eventually(verbs, (said) => said.includes('passed'));
    expect(amiss(second)).toEqual([]);
    await second.leave(ended);
    expect(lms.record()).toMatchObject({ completion: 'completed', success: 'passed', scaled: 1 });
  });
});

describe('a cmi5 package', () => {
  let lms: Cmi5Lms;
  beforeAll(async () => void (lms = await startCmi5Lms({ folder: built.folder })));
  afterEach(() => lms.reset());
  afterAll(() => lms.close());
  const sit = (path?: string): Promise<Sitting> => sitDown(browser, lms, built.course, path === undefined ? {} : { path });
  const verbs = (): string[] => lms.stores.flatMap(({ statements }) => statements.map(verbOf));
  const ended = () => eventually(verbs, (said) => said.at(-1) === 'terminated');

  test(proves('cmi5-once')('whose learner fails tells so when she leaves, and that she passed when she has come back and done it'), async () => {
    const first = await sit();
    await first.learner.play({ until: (screen) => screen === 'course-result', knows: (_item, assessment) => !assessment });
    expect(await first.learner.heading()).toBe('Not passed yet');
    await first.leave(ended);
    expect(lms.record()).toMatchObject({ success: 'failed' });
    expect(lms.record().scaled).toBeLessThan(0.8);
    const second = await sit();
    await second.learner.place.getByRole('heading', { level: 1 }).waitFor();
    await second.learner.place.evaluate(() => void (location.hash = '#/assessment/final'));
    await second.learner.place.getByRole('button', { name: 'Start a new attempt' }).first().click();
    await second.learner.place.locator('article.taking .question').waitFor();
    await second.learner.play({ until: (screen) => screen === 'course-result' });
    await eventually(verbs, (said) => said.includes('passed'));
    await second.leave(ended);
    expect(lms.record()).toMatchObject({ completion: 'completed', success: 'passed', scaled: 1 });
  });

  test(proves('cmi5-mastery')('whose LMS has a mark of its own shows the learner the verdict that it tells, and that mark as what was needed'), async () => {
    const strict = await startCmi5Lms({ folder: built.folder, masteryScore: 0.95 });
    try {
      const sitting = await sitDown(browser, strict, built.course);
      await sitting.learner.play({ until: (screen) => screen === 'course-result', knows: ({ id }) => id !== 'truth' });
      expect(await sitting.learner.heading()).toBe('Not passed yet');
      await sitting.learner.place.evaluate(() => history.back());
      await sitting.learner.place.getByText(/95% (was needed )?to pass/).first().waitFor();
      await sitting.lmsPage.evaluate(() => document.getElementById('course')?.remove());
      await eventually(() => (strict.stores[0]?.statements ?? []).map(verbOf), (said) => said.at(-1) === 'terminated');
      await sitting.kill();
      const record = strict.record();
      expect(record.success).toBe('failed');
      expect([(record.scaled ?? 0) >= 0.8, (record.scaled ?? 0) < 0.95]).toEqual([true, true]);
    } finally {
      await strict.close();
    }
  });

  test('without a network keeps what is done, says that it waits, and sends it when the network is back', async () => {
    const sitting = await sit();
    await sitting.learner.play({ until: atLesson(sitting, 'Lens and sectors') });
    await eventually(verbs, (said) => said.includes('initialized'));
    lms.trouble('dropped');
    await sitting.learner.play({ until: atLesson(sitting, "The keeper's night") });
    await sitting.learner.place.locator('header .save').filter({ hasText: 'Waiting to save' }).waitFor();
    const before = verbs().length;
    lms.trouble('none');
    // The next thing that is done is also the next try.
    await sitting.learner.play({ until: (screen) => screen !== 'lesson' });
    await sitting.learner.place.locator('header .save').filter({ hasText: /^Saved/ }).waitFor({ timeout: 90_000 });
    expect(verbs().slice(before)).toContain('answered');
    await sitting.leave();
    expect(lms.record().interactions.length).toBeGreaterThan(0);
  });

  test('whose LMS ends the session tells the learner, and the next launch on this device reports what she did', async () => {
    const sitting = await sit();
    await sitting.learner.play({ until: atLesson(sitting, 'Lens and sectors') });
    await eventually(verbs, (said) => said.includes('initialized'));
    lms.trouble('signed-out');
    await sitting.learner.play({ until: atLesson(sitting, "The keeper's night") });
    await sitting.learner.place.getByText('The learning system has ended this session.').waitFor();
    const before = verbs().length;
    lms.trouble('none');
    await sitting.lmsPage.goto(`${lms.url}/frame`);
    await eventually(() => verbs().slice(before), (said) => said.includes('answered') && said[0] === 'initialized');
    expect(lms.record().interactions.length).toBeGreaterThan(0);
    await sitting.kill();
  });

  test.each([['Review', 'You are looking at a course that you have finished'], ['Browse', 'This is a preview']] as const)(proves('cmi5-modes')('launched as %s tells the learner why nothing counts, and the LMS nothing but begin and end'), async (mode, sentence) => {
    lms.launchMode(mode);
    const sitting = await sit('/frame');
    await sitting.learner.place.getByText(sentence).waitFor();
    await sitting.learner.play({ until: atLesson(sitting, "The keeper's night") });
    expect(amiss(sitting)).toEqual([]);
    await sitting.leave(ended);
    expect(verbs()).toEqual(['initialized', 'terminated']);
    expect([lms.stores[0]?.kept(), lms.record().interactions]).toEqual([null, []]);
  });

  test('that is loaded again shows what was done, says that its session has ended, and reports the rest at the next launch', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${lms.url}/window`);
    const learner = new Learner(page, built.course);
    await learner.play({ until: async (screen) => screen === 'lesson' && (await learner.heading()) === 'Lens and sectors' });
    await page.locator('header .save').filter({ hasText: 'Saved' }).waitFor();
    await page.reload();
    await page.getByText('The learning system has ended this session.').waitFor();
    await learner.screen();
    expect(await learner.heading()).toBe('Lens and sectors');
    await learner.play({ until: async (screen) => screen === 'lesson' && (await learner.heading()) === "The keeper's night" });
    const before = verbs().length;
    expect(verbs().at(-1)).toBe('terminated');
    await page.goto(`${lms.url}/window`);
    await eventually(() => verbs().slice(before), (said) => said[0] === 'initialized' && said.includes('answered'));
    await page.goto('about:blank');
    await eventually(verbs, (said) => said.at(-1) === 'terminated');
    await context.close();
    expect(lms.record().interactions.length).toBeGreaterThan(0);
  });

  test('opened without a launch says so and plays on', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${lms.url}/course/${lms.units[0]?.url ?? ''}`);
    await page.getByText('did not find the learning system').waitFor();
    await context.close();
  });
});
