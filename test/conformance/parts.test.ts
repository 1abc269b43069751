import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PackageOptions } from '@preceptor/course/compiled';
import type { Browser } from 'playwright-core';
import { some } from './breadth.js';
import { apiCalls, failedCalls, launchBrowser } from './browser.js';
import { buildPackage, type BuiltPackage } from './built-package.js';
import { startLms, type Lms } from './lms.js';
import { recordOf, secondsOf, type LmsRecord } from './record.js';
import { mayStart, type Sco, type ScormName } from './scos.js';
import { sitDown, type Sitting } from './sitting.js';

type Packaged = [standard: ScormName, structure: PackageOptions['structure'], order: PackageOptions['order']];

let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser.close());

const structures = some<Packaged>(
  [['scorm-1.2', 'lessons', 'in-order'], ['scorm-2004-3', 'units', 'in-order'], ['scorm-2004-4', 'units', 'free']],
  [
    ['scorm-1.2', 'units', 'free'], ['scorm-1.2', 'units', 'in-order'], ['scorm-1.2', 'lessons', 'free'],
    ['scorm-2004-2', 'units', 'in-order'], ['scorm-2004-2', 'lessons', 'free'], ['scorm-2004-3', 'lessons', 'forward-only'],
    ['scorm-2004-4', 'units', 'forward-only'], ['scorm-2004-4', 'lessons', 'in-order'],
  ],
);

describe.each(structures)('a %s package with a part for each of its %s, %s', (standard, structure, order) => {
  let built: BuiltPackage;
  let lms: Lms;
  beforeAll(async () => {
    // Suspended always, so that a part that is done can be opened again as it was.
    built = await buildPackage('course-small', standard, { structure, order, exit: 'suspend' });
    lms = await startLms({ folder: built.folder, standard });
  });
  afterAll(async () => {
    await lms.close();
    await built.remove();
  });
  const sit = (sco: Sco): Promise<Sitting> => sitDown(browser, lms, built.course, { path: `/?sco=${encodeURIComponent(sco.id)}` });
  const held = (sco: Sco): LmsRecord => recordOf(lms.record(sco.id), standard);
  const statusOf = (id: string): string => {
    const record = lms.record(id) === null ? null : recordOf(lms.record(id), standard);
    return record === null ? 'not attempted' : record.success === 'unknown' ? record.completion : record.success;
  };

  test('is played part by part: each is complete with its time and its answers, and the final alone passes', async () => {
    const expected = structure === 'units' ? 2 : 5;
    expect(lms.scos).toHaveLength(expected);
    const answered: string[] = [];
    for (const [index, sco] of lms.scos.entries()) {
      if (standard === 'scorm-1.2' && order === 'in-order') {
        expect(mayStart(sco, statusOf)).toBe(true);
        for (const later of lms.scos.slice(index + 1)) expect([later.title, mayStart(later, statusOf)]).toEqual([later.title, false]);
      }
      const sitting = await sit(sco);
      await sitting.learner.place.getByText(`Part ${index + 1} of ${expected}`).first().waitFor();
      await sitting.learner.play({ until: (screen) => screen === 'course-result' });
      expect(await sitting.learner.heading()).toMatch(/^You have (completed|passed) this part$/);
      await sitting.lmsPage.evaluate(() => document.getElementById('course')?.remove());
      const calls = await apiCalls(sitting.lmsPage);
      expect(failedCalls(calls)).toEqual([]);
      expect(calls.filter(({ name }) => /Finish$|Terminate$/.test(name))).toHaveLength(1);
      expect(sitting.troubles).toEqual([]);
      answered.push(...sitting.learner.answered);
      await sitting.kill();

      const record = held(sco);
      expect([sco.title, record.completion]).toEqual([sco.title, 'completed']);
      expect(secondsOf(record.totalTime)).toBeGreaterThan(0);
      for (const item of new Set(sitting.learner.answered)) expect(record.interactions.some(({ id }) => id.includes(item))).toBe(true);
    }
    expect(new Set(answered).size).toBeGreaterThan(12);
    const verdicts = lms.scos.map((sco) => held(sco).success);
    // In order, an LMS of SCORM 2004 opens the next part by "passed" alone, so each part that is done says it.
    const eachSaysPassed = standard !== 'scorm-1.2' && order === 'in-order';
    expect(verdicts.filter((verdict) => verdict === 'passed')).toHaveLength(eachSaysPassed ? verdicts.length : 1);
    expect(verdicts.at(-1)).toBe('passed');
    expect(held(lms.scos.at(-1) as Sco).scaled).toBe(1);
  });

  test('a part that was done is opened again as it was, and the others know nothing of it', async () => {
    const [first, second] = lms.scos;
    if (first === undefined || second === undefined) throw new Error('there are parts');
    const again = await sit(first);
    expect(await again.learner.screen()).toBe('course-result');
    expect(await again.learner.heading()).toBe('You have completed this part');
    await again.leave();
    expect(held(first).completion).toBe('completed');
    expect(held(second).suspendData).not.toBe(held(first).suspendData);
  });
});
