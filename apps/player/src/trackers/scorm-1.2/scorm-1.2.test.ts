import { expect, test } from '@jest/globals';
import { contractEvents, trackerContract } from '@preceptor/tracking/contract';
import { scormHarness } from '../scorm/scorm-harness.js';
import { scorm12 } from './edition.js';

trackerContract('for SCORM 1.2', () => scormHarness(scorm12));

test('what an LMS holds as passed is not taken back by a learner who comes to read again', () => {
  expect(scorm12.mayBecome('cmi.core.lesson_status', 'passed', 'incomplete')).toBe(false);
  expect(scorm12.mayBecome('cmi.core.lesson_status', 'passed', 'failed')).toBe(false);
  expect(scorm12.mayBecome('cmi.core.lesson_status', 'incomplete', 'passed')).toBe(true);
  expect(scorm12.mayBecome('cmi.core.lesson_status', 'failed', 'passed')).toBe(true);
});

test('every event that matters is committed when it happens, and reading on is not', async () => {
  const harness = scormHarness(scorm12);
  const tracker = await harness.open();
  await tracker.launch();
  for (const event of contractEvents.all()) {
    const before = harness.calls.filter((call) => call === 'commit').length;
    await tracker.record([event]);
    const commits = harness.calls.filter((call) => call === 'commit').length - before;
    expect([event.type, commits]).toEqual([event.type, ['launched', 'position', 'session-ended'].includes(event.type) ? 0 : 1]);
  }
});

test('what has not changed is not set again', async () => {
  const harness = scormHarness(scorm12);
  const tracker = await harness.open();
  await tracker.launch();
  await tracker.record(contractEvents.all());
  const before = harness.calls.length;
  tracker.flush();
  expect(harness.calls.slice(before)).toEqual(['commit']);
});

test("a learner's progress that can't be read is not a reason to stop, and she is told", async () => {
  const harness = scormHarness(scorm12);
  harness.launchedWith['cmi.suspend_data'] = 'something of another course';
  const tracker = await harness.open();
  expect(await tracker.launch()).toMatchObject({ notice: 'lost-progress', learner: { id: 'l-1', name: 'Doe, Jane' } });
});
