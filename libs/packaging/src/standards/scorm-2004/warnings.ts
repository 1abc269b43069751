import type { PackageOptions } from '@preceptor/course/compiled';
import type { CoursePart } from '../../parts/parts.js';
import type { PackageWarning } from '../standard.js';
import { notSaid, unsaidPassMarks, weighted } from '../warnings.js';
import type { Edition } from './edition.js';

/** What an edition of SCORM 2004 can't say of a course. */
export function warnings({ weightedCompletion }: Edition, standard: string, parts: readonly CoursePart[], options: PackageOptions): PackageWarning[] {
  const several = parts.length > 1;
  const { order, hideLmsNavigation, timeLimitMinutes } = options;
  return [
    ...(several && !weightedCompletion && weighted(parts) ? [notSaid.weights(standard)] : []),
    ...(several && order === 'forward-only' && hideLmsNavigation ? [notSaid.next()] : []),
    ...(several && timeLimitMinutes !== null ? [notSaid.timeLimitByLms(standard)] : []),
    ...unsaidPassMarks(parts),
  ];
}
