import { expect, test } from '@jest/globals';
import type { CmiPair } from '@preceptor/tracking';
import { trackerContract } from '@preceptor/tracking/contract';
import type { LmsApi } from '../scorm/lms-api.js';
import { scormHarness } from '../scorm/scorm-harness.js';
import { scorm2004 } from './edition.js';

trackerContract('for SCORM 2004', () => scormHarness(scorm2004));

const holding = (values: { [element: string]: string }): LmsApi => ({
  initialize: () => true, terminate: () => true, commit: () => true, set: () => true, lastError: () => 0, get: (element) => values[element] ?? '',
});

test('objectives that the LMS has made from the manifest keep their places, and ours come after them', () => {
  const ours: CmiPair[] = [['cmi.objectives.0.id', 'unit-a'], ['cmi.objectives.0.success_status', 'passed'], ['cmi.objectives.1.id', 'unit-b'], ['cmi.objectives.1.success_status', 'unknown']];
  const api = holding({ 'cmi.objectives._count': '2', 'cmi.objectives.0.id': 'primary', 'cmi.objectives.1.id': 'unit-b' });
  expect(scorm2004.placed(ours, api)).toEqual([['cmi.objectives.2.id', 'unit-a'], ['cmi.objectives.2.success_status', 'passed'], ['cmi.objectives.1.id', 'unit-b'], ['cmi.objectives.1.success_status', 'unknown']]);
});

test('a reflection too long for the suspend data comes back from the comments', () => {
  const api = holding({ 'cmi.comments_from_learner._count': '1', 'cmi.comments_from_learner.0.location': 'reflection-0', 'cmi.comments_from_learner.0.comment': 'All that I wrote.' });
  expect(scorm2004.keptComments(api)).toEqual({ 'reflection-0': 'All that I wrote.' });
});

test('completion and success are not taken back', () => {
  expect(scorm2004.mayBecome('cmi.completion_status', 'completed', 'incomplete')).toBe(false);
  expect(scorm2004.mayBecome('cmi.success_status', 'passed', 'unknown')).toBe(false);
  expect(scorm2004.mayBecome('cmi.success_status', 'failed', 'passed')).toBe(true);
});
