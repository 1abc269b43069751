import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { apiCalls, failedCalls, launchBrowser } from './browser.js';
import { some } from './breadth.js';
import { buildPackage } from './built-package.js';
import { startLms } from './lms.js';
import { recordOf } from './record.js';
import { sitDown } from './sitting.js';

const minutes = 60_000;

let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser.close());

describe.each(some<'scorm-1.2' | 'scorm-2004-4'>(['scorm-2004-4'], ['scorm-1.2']))('the ketamine course as a %s package', (standard) => {
  test('is read, closed in its middle, taken up again and passed, and the LMS holds all of it', async () => {
    const built = await buildPackage('ketamine-assisted-psychotherapy', standard);
    const lms = await startLms({ folder: built.folder, standard });
    try {
      const lessons = built.course.units.flatMap((unit) => unit.lessons);
      const middle = lessons[Math.floor(lessons.length / 2)]?.title ?? '';
      const first = await sitDown(browser, lms, built.course);
      await first.learner.play({ until: async (screen) => screen === 'lesson' && (await first.learner.heading()) === middle });
      await first.leave();
      expect(recordOf(lms.record(), standard)).toMatchObject({ completion: 'incomplete', exit: 'suspend' });

      const second = await sitDown(browser, lms, built.course);
      expect(await second.learner.screen()).toBe('lesson');
      expect(await second.learner.heading()).toBe(middle);
      await second.learner.play({ until: (screen) => screen === 'course-result' });
      expect(await second.learner.heading()).toBe('You have passed this course');
      expect(failedCalls(await apiCalls(second.lmsPage))).toEqual([]);
      await second.leave();
      expect([...first.troubles, ...second.troubles]).toEqual([]);

      const record = recordOf(lms.record(), standard);
      expect(record).toMatchObject({ completion: 'completed', success: 'passed', scaled: 1, raw: '100' });
      expect(record.suspendData.length).toBeLessThanOrEqual(4096);
      const held = new Set(record.interactions.map(({ id }) => id));
      const answered = new Set(second.learner.answered);
      expect([...answered].filter((item) => ![...held].some((id) => id.includes(item)))).toEqual([]);
    } finally {
      await lms.close();
      await built.remove();
    }
  }, 8 * minutes);
});
