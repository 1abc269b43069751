import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PackageOptions } from '@preceptor/course/compiled';
import type { Browser } from 'playwright-core';
import { some } from './breadth.js';
import { launchBrowser } from './browser.js';
import { buildPackage, type BuiltPackage } from './built-package.js';
import { startCmi5Lms, type Cmi5Lms } from './cmi5/lms.js';
import { verbOf } from './cmi5/rules.js';
import { isSatisfied } from './cmi5/units.js';
import { secondsOf } from './record.js';
import { sitDown, type Sitting } from './sitting.js';

let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser.close());

describe.each(some<PackageOptions['structure']>(['units'], ['lessons']))('a cmi5 package with an AU for each of its %s', (structure) => {
  const expected = structure === 'units' ? 2 : 5;
  let built: BuiltPackage;
  let lms: Cmi5Lms;
  beforeAll(async () => {
    built = await buildPackage('course-small', 'cmi5', { structure });
    lms = await startCmi5Lms({ folder: built.folder });
  });
  afterAll(async () => {
    await lms.close();
    await built.remove();
  });
  const sit = (unit: number): Promise<Sitting> => sitDown(browser, lms, built.course, { path: `/?unit=${unit}` });
  const verbs = (unit: number): string[] => (lms.stores[unit]?.statements ?? []).map(verbOf);
  const satisfied = (): boolean[] => lms.units.map(({ moveOn }, unit) => isSatisfied(moveOn, lms.stores[unit]?.statements ?? []));
  /** The LMS takes the course away and waits until it has said so. */
  const leave = async (sitting: Sitting, unit: number): Promise<void> => {
    await sitting.lmsPage.evaluate(() => document.getElementById('course')?.remove());
    for (const end = Date.now() + 20_000; verbs(unit).at(-1) !== 'terminated' && Date.now() < end;) await new Promise((resolve) => setTimeout(resolve, 50));
    await sitting.kill();
    expect(verbs(unit).at(-1)).toBe('terminated');
  };

  test('left in the middle of a part, is resumed there, and is not satisfied', async () => {
    const at = lms.units.length - 1;
    const first = await sit(at);
    await first.learner.play({ until: async (screen) => screen === 'question' && (await first.learner.heading()) === 'Question 3 of 10' });
    await leave(first, at);
    expect(satisfied()[at]).toBe(false);
    const second = await sit(at);
    await second.learner.play({ until: (screen) => screen === 'introduction' || screen === 'question' });
    if ((await second.learner.screen()) === 'introduction') await second.learner.place.getByRole('button', { name: 'Go on with your attempt' }).click();
    await second.learner.place.getByRole('heading', { level: 1, name: 'Question 3 of 10' }).waitFor();
    await leave(second, at);
    lms.reset();
  });

  test('is played part by part: each says what cmi5 asks for in its order and satisfies its moveOn, and the final alone passes', async () => {
    expect(lms.units).toHaveLength(expected);
    expect(lms.units.map(({ moveOn }) => /Passed/.test(moveOn))).toEqual(lms.units.map((_unit, at) => at === expected - 1));
    const answered: string[] = [];
    for (const at of lms.units.keys()) {
      expect(satisfied()).toEqual(lms.units.map(({ moveOn }, other) => other < at || moveOn === 'NotApplicable'));
      const sitting = await sit(at);
      await sitting.learner.place.getByText(`Part ${at + 1} of ${expected}`).first().waitFor();
      await sitting.learner.play({ until: (screen) => screen === 'course-result' });
      expect(await sitting.learner.heading()).toBe(at === expected - 1 ? 'You have passed this part' : 'You have completed this part');
      // A document that is not there yet is always written down by the browser; what a page that is gone had under way, as aborted.
      expect(sitting.troubles.filter((trouble) => !/status of 404/.test(trouble))).toEqual([]);
      await leave(sitting, at);
      answered.push(...sitting.learner.answered);

      const said = verbs(at);
      expect(said[0]).toBe('initialized');
      for (const verb of ['initialized', 'completed', 'terminated']) expect([at, verb, said.filter((one) => one === verb).length]).toEqual([at, verb, 1]);
      const record = lms.record(at);
      expect([at, record.completion, record.success]).toEqual([at, 'completed', at === expected - 1 ? 'passed' : 'unknown']);
      expect(secondsOf(record.totalTime)).toBeGreaterThan(0);
      for (const item of new Set(sitting.learner.answered)) expect(record.interactions.some(({ id }) => id.endsWith(`/${item}`))).toBe(true);
    }
    expect(satisfied()).toEqual(lms.units.map(() => true));
    expect(new Set(answered).size).toBeGreaterThan(12);
  });

  test('a part that was done is opened again as it was, and says nothing twice', async () => {
    const before = verbs(0).length;
    const again = await sit(0);
    expect(await again.learner.screen()).toBe('course-result');
    expect(await again.learner.heading()).toBe('You have completed this part');
    await leave(again, 0);
    expect(verbs(0).slice(before)).toEqual(['initialized', 'terminated']);
  });

  test('whose final is failed is not satisfied until another attempt has passed', async () => {
    lms.reset();
    const at = expected - 1;
    const first = await sit(at);
    await first.learner.play({ until: (screen) => screen === 'course-result', knows: (_item, assessment) => !assessment });
    expect(await first.learner.heading()).toBe('Not passed yet');
    await leave(first, at);
    expect([lms.record(at).success, satisfied()[at]]).toEqual(['failed', false]);
    const second = await sit(at);
    await second.learner.place.getByRole('heading', { level: 1 }).waitFor();
    await second.learner.place.evaluate(() => void (location.hash = '#/assessment/final'));
    await second.learner.place.getByRole('button', { name: 'Start a new attempt' }).first().click();
    await second.learner.place.locator('article.taking .question').waitFor();
    await second.learner.play({ until: (screen) => screen === 'course-result' });
    await leave(second, at);
    expect([lms.record(at).success, satisfied()[at]]).toEqual(['passed', true]);
  });
});
