import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { some } from './breadth.js';
import { apiCalls, courseFrame, launchBrowser } from './browser.js';
import { buildPackage, type BuiltPackage } from './built-package.js';
import { Learner } from './learner.js';
import { startLms, type Lms } from './lms.js';
import { recordOf, type LmsRecord } from './record.js';
import type { ScormName } from './scos.js';
import { sitDown, type Sitting } from './sitting.js';

let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser.close());

describe.each(some<ScormName>(['scorm-1.2', 'scorm-2004-4'], ['scorm-2004-2', 'scorm-2004-3']))('a %s package in an LMS that fails', (standard) => {
  let built: BuiltPackage;
  let lms: Lms;
  beforeAll(async () => {
    built = await buildPackage('course-small', standard);
    lms = await startLms({ folder: built.folder, standard });
  });
  beforeEach(() => lms.reset());
  afterAll(async () => {
    await lms.close();
    await built.remove();
  });
  const sit = (): Promise<Sitting> => sitDown(browser, lms, built.course);
  const held = (): LmsRecord => recordOf(lms.record(), standard);
  const lessonIs = (sitting: Sitting, title: string) => async (screen: string): Promise<boolean> => screen === 'lesson' && (await sitting.learner.heading()) === title;

  test('a commit that is refused for a while is tried again, and the learner sees that she waits and then that it is saved', async () => {
    const sitting = await sit();
    await sitting.learner.play({ until: (screen) => screen === 'lesson' });
    await refuse(sitting.lmsPage, standard, true);
    await sitting.learner.play({ until: lessonIs(sitting, 'Lens and sectors') });
    const save = sitting.learner.place.locator('header .save');
    await save.getByText('Waiting to save').waitFor();
    const before = lms.commits();
    await refuse(sitting.lmsPage, standard, false);
    await save.getByText('Saved', { exact: true }).waitFor({ timeout: 30_000 });
    expect(lms.commits()).toBeGreaterThan(before);
    expect(held().location).toBe('lens-and-sectors');
    await sitting.kill();
  });

  test('what a session that had timed out did not take is handed over at the next launch in that browser', async () => {
    const sitting = await sit();
    await sitting.learner.play({ until: (screen) => screen === 'lesson' });
    await refuse(sitting.lmsPage, standard, true, { all: true });
    await sitting.learner.play({ until: lessonIs(sitting, "The keeper's night") });
    await sitting.lmsPage.evaluate(() => document.getElementById('course')?.remove());
    expect((await apiCalls(sitting.lmsPage)).length).toBeGreaterThan(0);
    await sitting.lmsPage.goto(`${lms.url}/`);
    const learner = new Learner(await courseFrame(sitting.lmsPage), built.course);
    expect(await learner.screen()).toBe('lesson');
    expect(await learner.heading()).toBe("The keeper's night");
    await learner.play({ until: (screen) => screen === 'course-result' });
    await sitting.leave();
    expect(held()).toMatchObject({ completion: 'completed', success: 'passed', scaled: 1 });
  });

  test('a learner who has used all her attempts is told so, stays failed, and may still read', async () => {
    const sitting = await sit();
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      await sitting.learner.play({ until: (screen) => screen === 'result', knows: (_item, assessment) => !assessment });
      // The quiz of the first unit comes before the final.
      while ((await sitting.learner.place.getByText('80% was needed to pass').count()) === 0) {
        await sitting.learner.play({ until: (screen) => screen !== 'result' });
        await sitting.learner.play({ until: (screen) => screen === 'result', knows: (_item, assessment) => !assessment });
      }
      if (attempt === 3) break;
      await sitting.learner.place.getByRole('button', { name: 'Start a new attempt' }).click();
      await sitting.learner.place.locator('article.taking .question').waitFor();
    }
    await sitting.learner.place.getByText('You have used all your attempts.').first().waitFor();
    expect(await sitting.learner.place.getByRole('button', { name: 'Start a new attempt' }).count()).toBe(0);
    await sitting.leave();
    expect(held()).toMatchObject({ completion: 'completed', success: 'failed' });
    expect(held().scaled).toBeLessThan(0.8);
    const again = await sit();
    await again.learner.place.getByText('You have used all your attempts.').first().waitFor();
    expect(await again.learner.place.getByRole('button', { name: 'Start a new attempt' }).count()).toBe(0);
    await again.leave();
    expect(held().success).toBe('failed');
  });
});

/** Makes the LMS's API refuse to commit, or everything after the launch, as when its session is over. */
async function refuse(lmsPage: Page, standard: ScormName, on: boolean, { all = false } = {}): Promise<void> {
  await lmsPage.evaluate(([name, refused, whole]) => {
    const api = (window as unknown as Record<string, Record<string, (...args: string[]) => string>>)[String(name)];
    if (api === undefined) throw new Error('the LMS has no API');
    const own = api as Record<string, unknown> & { kept?: Record<string, (...args: string[]) => string> };
    own.kept ??= { ...api };
    for (const call of Object.keys(own.kept)) {
      const original = own.kept[call];
      if (original === undefined) continue;
      const concerned = whole === true ? /SetValue$|Commit$|Finish$|Terminate$/.test(call) : /Commit$/.test(call);
      own[call] = refused === true && concerned ? () => 'false' : original;
    }
  }, [standard === 'scorm-1.2' ? 'API' : 'API_1484_11', on, all] as const);
}
