import { progressOf, type TrackingEvent } from '@preceptor/tracking';
import type { ProgressRow } from '../learning.entity.js';
import type { LedgerRecord } from './record.js';

/** The columns of a progress row that lists and reports read. */
export type ProgressColumns = Pick<ProgressRow, 'completion' | 'success' | 'fraction' | 'score' | 'seconds' | 'completedLessons' | 'firstAt' | 'lastAt'>;

export function progressColumns(record: LedgerRecord): ProgressColumns {
  const progress = progressOf(record.state, record.version.outline);
  const { completion, success, fraction, score, seconds, firstAt, lastAt } = progress;
  const completedLessons = Object.entries(progress.lessons).filter(([, lesson]) => lesson.completion === 'completed').map(([id]) => id);
  return { completion, success, fraction, score, seconds, completedLessons, firstAt, lastAt };
}

/** Whether an event may change more than the times of a learner who has begun: scrolling does not. */
export const changesColumns = (event: TrackingEvent): boolean => event.type !== 'position' && event.type !== 'launched' && event.type !== 'lesson-opened' && event.type !== 'reflection-saved';
