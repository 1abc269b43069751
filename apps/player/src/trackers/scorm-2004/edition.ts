import { cmiMappings, type CmiPair } from '@preceptor/tracking';
import type { Edition } from '../scorm/edition.js';
import type { LmsApi } from '../scorm/lms-api.js';

export const scorm2004: Edition = {
  standard: 'scorm-2004',
  apiName: 'API_1484_11',
  calls: { initialize: 'Initialize', terminate: 'Terminate', commit: 'Commit', get: 'GetValue', set: 'SetValue', lastError: 'GetLastError' },
  mapping: cmiMappings['scorm-2004'],
  elements: { learnerId: 'cmi.learner_id', learnerName: 'cmi.learner_name', mode: 'cmi.mode', entry: 'cmi.entry', location: 'cmi.location', suspendData: 'cmi.suspend_data', score: 'cmi.score', maxTime: 'cmi.max_time_allowed', timeLimitAction: 'cmi.time_limit_action' },
  // SN 5.6.4: to end the attempt begins another at the next launch, so what is not done is suspended
  navigation: (suspended) => ['adl.nav.request', suspended ? 'suspendAll' : 'exitAll'],
  sessionOver: [123, 133, 142, 143], // RTE 3.1.7: before initialization, after termination
  statuses: ['cmi.completion_status', 'cmi.success_status'],
  mayBecome: (element, held, next) => (element === 'cmi.completion_status' && held === 'completed' ? next === 'completed' : element === 'cmi.success_status' && held === 'passed' ? next === 'passed' : true),
  keptComments(api) {
    const comments = Array.from({ length: countOf(api, 'cmi.comments_from_learner') }, (_, at) => `cmi.comments_from_learner.${at}`);
    return Object.fromEntries(comments.map((comment) => [api.get(`${comment}.location`), api.get(`${comment}.comment`)]));
  },
  commentCount: (api) => countOf(api, 'cmi.comments_from_learner'),
  placed: placedObjectives,
};

/** The LMS may have made objectives from the manifest (RTE 4.2.17.1); an id stays where it is, and a new one goes to the end. */
function placedObjectives(objectives: CmiPair[], api: LmsApi): CmiPair[] {
  const held = Array.from({ length: countOf(api, 'cmi.objectives') }, (_, at) => api.get(`cmi.objectives.${at}.id`));
  const places = new Map<string, number>();
  for (const [element, value] of objectives) {
    const index = /^cmi\.objectives\.(\d+)\.id$/.exec(element)?.[1];
    if (index === undefined) continue;
    const known = held.indexOf(value);
    places.set(index, known === -1 ? held.push(value) - 1 : known);
  }
  return objectives.map(([element, value]): CmiPair => [element.replace(/^cmi\.objectives\.(\d+)/, (whole, index: string) => `cmi.objectives.${places.get(index) ?? whole}`), value]);
}

function countOf(api: LmsApi, collection: string): number {
  return Number(api.get(`${collection}._count`)) || 0;
}
