import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { some } from './breadth.js';
import { apiCalls, failedCalls, launchBrowser } from './browser.js';
import { buildPackage, type BuiltPackage } from './built-package.js';
import { startLms, type Lms } from './lms.js';
import { recordOf, secondsOf, type LmsRecord } from './record.js';
import { proves } from './requirements.js';
import type { ScormName } from './scos.js';
import { sitDown, type Sitting } from './sitting.js';

let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser.close());

describe.each(some<ScormName>(['scorm-1.2', 'scorm-2004-4'], ['scorm-2004-2', 'scorm-2004-3']))('a %s package in an LMS whose API is two frames above', (standard) => {
  let built: BuiltPackage;
  let lms: Lms;
  beforeAll(async () => {
    built = await buildPackage('course-small', standard);
    lms = await startLms({ folder: built.folder, standard });
  });
  afterEach(() => lms.reset());
  afterAll(async () => {
    await lms.close();
    await built.remove();
  });
  const sit = (): Promise<Sitting> => sitDown(browser, lms, built.course);
  const held = (): LmsRecord => recordOf(lms.record(), standard);
  const is12 = standard === 'scorm-1.2';

  test(proves('12-find-api', '12-initialize', '12-finish', '12-no-errors', '12-status', '12-score', '12-session-time', '12-interactions', '12-objectives', '2004-find-api', '2004-initialize', '2004-terminate', '2004-no-errors', '2004-completion-status', '2004-success-status', '2004-score', '2004-progress', '2004-session-time', '2004-interactions', '2004-objectives', '2004-completion-threshold', '2004-navigation')('a learner who plays it to its end by clicking is complete and passed, with her score, her time and every answer'), async () => {
    const sitting = await sit();
    await sitting.learner.play({ until: (screen) => screen === 'course-result' });
    expect(await sitting.learner.heading()).toBe('You have passed this course');
    const calls = await apiCalls(sitting.lmsPage);
    expect(calls[0]).toMatchObject({ name: is12 ? 'LMSInitialize' : 'Initialize', args: [''], result: 'true' });
    await sitting.lmsPage.evaluate(() => document.getElementById('course')?.remove());
    const all = await apiCalls(sitting.lmsPage);
    expect(failedCalls(all)).toEqual([]);
    const ends = all.filter(({ name }) => /Finish$|Terminate$/.test(name));
    expect(ends).toEqual([expect.objectContaining({ args: [''], result: 'true' })]);
    expect(all.at(-1)).toEqual(ends[0]);
    expect(sitting.troubles).toEqual([]);
    await sitting.kill();

    expect(held()).toMatchObject({ completion: 'completed', success: 'passed', scaled: 1, raw: '100', min: '0', max: '100' });
    if (!is12) expect(Number(held().progress)).toBe(1);
    expect(secondsOf(held().totalTime)).toBeGreaterThan(0);
    const { interactions } = held();
    const items = new Set(sitting.learner.answered);
    for (const item of items) expect(interactions.filter(({ id }) => id.includes(item)).length).toBeGreaterThan(0);
    for (const interaction of interactions) {
      expect(interaction.type).not.toBe('');
      expect(interaction.latency).toMatch(is12 ? /^\d{2,4}:\d{2}:\d{2}(\.\d{1,2})?$/ : /^P/);
      expect(interaction.at).toMatch(is12 ? /^\d{2}:\d{2}:\d{2}/ : /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/);
      if (!interaction.id.includes('check-essay')) expect(interaction).toMatchObject({ result: 'correct', correct: [expect.any(String)] });
    }
    expect(held().objectives.length).toBeGreaterThan(0);
  });

  test(proves('12-location', '12-exit', '12-suspend-data', '2004-location', '2004-exit', '2004-suspend-data')('a learner who closes it in the middle of the final finds her place and her answers again, and ends well'), async () => {
    const first = await sit();
    let questions = 0;
    await first.learner.play({ until: async (screen) => screen === 'question' && (await first.learner.heading()) === 'Question 5 of 10' && ++questions > 0 });
    expect(questions).toBe(1);
    await first.leave();
    const middle = held();
    expect(middle.exit).toBe('suspend');
    expect(middle.completion).toBe('incomplete');
    expect(middle.suspendData.length).toBeGreaterThan(0);
    expect(middle.suspendData.length).toBeLessThanOrEqual(is12 ? 4096 : standard === 'scorm-2004-2' ? 4000 : 64000);
    expect(middle.location.length).toBeLessThanOrEqual(is12 ? 255 : 1000);

    const second = await sit();
    await second.learner.play({ until: (screen) => screen === 'introduction' || screen === 'question' });
    if ((await second.learner.screen()) === 'introduction') await second.learner.place.getByRole('button', { name: 'Go on with your attempt' }).click();
    await second.learner.screen();
    expect(await second.learner.heading()).toBe('Question 5 of 10');
    expect(await second.learner.place.getByRole('button', { name: /^Question [1-4], answered/ }).count()).toBe(4);
    await second.learner.play({ until: (screen) => screen === 'course-result' });
    expect(failedCalls(await apiCalls(second.lmsPage))).toEqual([]);
    await second.leave();
    expect(held()).toMatchObject({ completion: 'completed', success: 'passed', scaled: 1 });
    expect(secondsOf(held().totalTime)).toBeGreaterThan(secondsOf(middle.totalTime));
    expect([...first.troubles, ...second.troubles]).toEqual([]);
  });

  test('a learner who fails the final is held as failed, tries again and is held as passed', async () => {
    const sitting = await sit();
    await sitting.learner.play({ until: (screen) => screen === 'course-result', knows: (_item, assessment) => !assessment });
    expect(await sitting.learner.heading()).toBe('Not passed yet');
    const failed = held();
    expect(failed).toMatchObject({ success: 'failed' });
    expect(failed.scaled).toBeLessThan(0.8);
    await sitting.learner.place.evaluate(() => history.back());
    await sitting.learner.place.getByRole('button', { name: 'Start a new attempt' }).first().click();
    await sitting.learner.screen();
    await sitting.learner.play({ until: (screen) => screen === 'course-result' });
    await sitting.leave();
    expect(held()).toMatchObject({ completion: 'completed', success: 'passed', scaled: 1 });
  });

  test(proves('12-commit', '12-killed', '2004-commit', '2004-killed')('a learner whose browser is killed has lost no answer that was committed'), async () => {
    const first = await sit();
    await first.learner.play({ until: async (screen) => screen === 'lesson' && (await first.learner.heading()) === "The keeper's night" });
    const commits = lms.commits();
    expect(commits).toBeGreaterThan(3);
    await first.kill();
    expect(held().interactions.some(({ id }) => id.includes('check-lens'))).toBe(true);
    const second = await sit();
    expect(await second.learner.screen()).toBe('lesson');
    expect(await second.learner.heading()).toBe("The keeper's night");
    await second.kill();
  });
});

describe.each(['scorm-1.2', 'scorm-2004-4'] as const)('a %s package where the LMS forbids unload', (standard) => {
  test(proves('12-unload', '2004-unload')('still ends its session once, with its time, when it is taken away'), async () => {
    const built = await buildPackage('course-small', standard);
    const lms = await startLms({ folder: built.folder, standard, unloadForbidden: true });
    try {
      const sitting = await sitDown(browser, lms, built.course, { path: '/frame' });
      await sitting.learner.play({ until: async (screen) => screen === 'lesson' && (await sitting.learner.heading()) === 'Lens and sectors' });
      await sitting.lmsPage.evaluate(() => document.getElementById('course')?.remove());
      const calls = await apiCalls(sitting.lmsPage);
      expect(calls.filter(({ name }) => /Finish$|Terminate$/.test(name))).toHaveLength(1);
      expect(failedCalls(calls)).toEqual([]);
      expect(sitting.troubles).toEqual([]);
      await sitting.kill();
      expect(recordOf(lms.record(), standard)).toMatchObject({ exit: 'suspend', completion: 'incomplete' });
      expect(secondsOf(recordOf(lms.record(), standard).totalTime)).toBeGreaterThan(0);
    } finally {
      await lms.close();
      await built.remove();
    }
  });
});
