import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { itemById, kindsApart } from '@preceptor/course/delivery';
import type { StandardName } from '@preceptor/packaging';
import type { Browser } from 'playwright-core';
import { apiCalls, failedCalls, launchBrowser, watchedPage } from './browser.js';
import { buildPackage, type BuiltPackage } from './built-package.js';
import { startCmi5Lms } from './cmi5/lms.js';
import { Learner } from './learner.js';
import { startLms } from './lms.js';
import { recordOf, type LmsRecord } from './record.js';
import type { ScormName } from './scos.js';
import { sitDown, type Sitting } from './sitting.js';

let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser.close());

/** What an LMS is told of the right answer to each item of course-pilot, by its id: type, response and correct response (docs/tracking.md). */
const told12 = {
  drift: ['numeric', '2', '2'], call: ['fill-in', 'a file', undefined], judging: ['matching', 'a.a,b.a', 'a.a,b.a'], fog: ['performance', 'first.slow,second.stop', 'first.slow,second.stop'],
  chart: ['matching', 'a.b,b.c,c.a', 'a.b,b.c,c.a'], watch: ['matching', 'a.a,b.a,b.b,b.c', 'a.a,b.a,b.b,b.c'], course: ['sequencing', 'c,b,a', 'c,b,a'], log: ['matching', 'a.d,b.e,b.f', 'a.d,b.e,b.f'],
};
const same = (type: string, said: string): string[] => [type, said, said];
const told2004 = {
  drift: ['numeric', '2', '1.5[:]2.5'], call: ['long-fill-in', 'a file', undefined], judging: same('matching', 'fog[.]less[,]tug[.]less'), fog: same('performance', 'first[.]slow[,]second[.]stop'),
  chart: same('matching', 'east[.]quay[,]north[.]red[,]south[.]green'), watch: same('matching', 'calm[.]engine[,]gale[.]engine[,]gale[.]tide[,]gale[.]wind'),
  course: same('sequencing', 'lights[,]buoy[,]berth'), log: same('matching', 'when[.]then[,]why[.]tide[,]why[.]wind'),
};
const told = ({ interactions }: LmsRecord): object => Object.fromEntries(interactions.map(({ id, type, response, correct }) => [id.split(/[:/]/).at(-1), [type, response, correct[0]]]));

async function withPackage(standard: StandardName, play: (built: BuiltPackage) => Promise<void>): Promise<void> {
  const built = await buildPackage('course-pilot', standard);
  try {
    await play(built);
  } finally {
    await built.remove();
  }
}
async function toItsEnd({ learner }: Pick<Sitting, 'learner'>): Promise<void> {
  await learner.play({ until: (screen) => screen === 'course-result' });
  expect(await learner.heading()).toBe('You have passed this course');
}

describe('a course of the kinds that have a script of their own, answered with a mouse', () => {
  test.each<[ScormName, object]>([['scorm-1.2', told12], ['scorm-2004-4', told2004]])('is passed in a %s package, left in the middle, and every answer is told in the form of its kind', async (standard, expected) => {
    await withPackage(standard, async (built) => {
      const lms = await startLms({ folder: built.folder, standard });
      try {
        const first = await sitDown(browser, lms, built.course);
        await first.learner.play({ until: async (screen) => screen === 'question' && (await first.learner.heading()) === 'Question 4 of 6' });
        await first.leave();
        // SCORM 1.2 RTE 3.4.4: interactions are only written, so an LMS need not have those of the sitting before.
        const before = told(recordOf(lms.record(), standard));
        const second = await sitDown(browser, lms, built.course);
        await toItsEnd(second);
        expect(failedCalls(await apiCalls(second.lmsPage))).toEqual([]);
        await second.leave();
        expect([...first.troubles, ...second.troubles]).toEqual([]);
        const record = recordOf(lms.record(), standard);
        expect(record).toMatchObject({ completion: 'completed', success: 'passed', scaled: 1 });
        expect({ ...before, ...told(record) }).toEqual(expected);
      } finally {
        await lms.close();
      }
    });
  });

  test('is passed in a cmi5 package, and every answer is told in the form of its kind', async () => {
    await withPackage('cmi5', async (built) => {
      const lms = await startCmi5Lms({ folder: built.folder, elsewhere: false });
      try {
        const sitting = await sitDown(browser, lms, built.course);
        await toItsEnd(sitting);
        await sitting.learner.place.locator('header .save').getByText('Saved', { exact: true }).waitFor();
        await sitting.leave();
        expect(told(lms.record())).toEqual(told2004);
      } finally {
        await lms.close();
      }
    });
  });

  test('is passed in a site that is opened from a folder', async () => {
    await withPackage('site', async (built) => {
      expect([...itemById(built.course).values()].map(({ kind }) => kind).toSorted()).toEqual([...kindsApart].toSorted());
      const context = await browser.newContext();
      const { page, troubles } = await watchedPage(context);
      await page.goto(pathToFileURL(join(built.folder, 'index.html')).href);
      await toItsEnd({ learner: new Learner(page, built.course) });
      expect(troubles).toEqual([]);
      await context.close();
    });
  });
});
