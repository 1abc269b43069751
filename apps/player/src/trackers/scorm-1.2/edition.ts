import { cmiMappings } from '@preceptor/tracking';
import type { Edition } from '../scorm/edition.js';

/** SCORM 1.2 RTE 3.4.4, cmi.core.lesson_status: what was passed or completed is not taken back. */
const settled = ['passed', 'completed'];

export const scorm12: Edition = {
  standard: 'scorm-1.2',
  apiName: 'API',
  calls: { initialize: 'LMSInitialize', terminate: 'LMSFinish', commit: 'LMSCommit', get: 'LMSGetValue', set: 'LMSSetValue', lastError: 'LMSGetLastError' },
  mapping: cmiMappings['scorm-1.2'],
  elements: { learnerId: 'cmi.core.student_id', learnerName: 'cmi.core.student_name', mode: 'cmi.core.lesson_mode', entry: 'cmi.core.entry', location: 'cmi.core.lesson_location', suspendData: 'cmi.suspend_data', score: 'cmi.core.score', maxTime: 'cmi.student_data.max_time_allowed', timeLimitAction: 'cmi.student_data.time_limit_action' },
  navigation: () => null,
  sessionOver: [301], // RTE 3.3.5: not initialized
  statuses: ['cmi.core.lesson_status'],
  mayBecome: (element, held, next) => element !== 'cmi.core.lesson_status' || !settled.includes(held) || settled.includes(next) || (held === 'completed' && next === 'failed'),
  keptComments(api) {
    const comments = api.get('cmi.comments');
    return Object.fromEntries([...comments.matchAll(/<([a-z0-9-]+)> ([\s\S]*?) <end \1>/g)].map(([, id = '', text = '']) => [id, text]));
  },
  commentCount: () => 0,
  placed: (objectives) => objectives,
};
