import { platformErrors } from '../platform/errors.js';
import { isId } from '../platform/ids.js';

/** All answers to one item of one assessment of a course, over its versions. */
export interface Queue { courseId: string; assessmentId: string; itemId: string }

export const queueId = ({ courseId, assessmentId, itemId }: Queue): string => `${courseId}.${assessmentId}.${itemId}`;

/** Throws NOT_FOUND for what names no queue. */
export function readQueueId(id: string): Queue {
  const [courseId = '', assessmentId = '', itemId = '', ...rest] = id.split('.');
  if (!isId(courseId) || assessmentId === '' || itemId === '' || rest.length > 0) throw platformErrors.NOT_FOUND({ path: ['queue'] });
  return { courseId, assessmentId, itemId };
}
