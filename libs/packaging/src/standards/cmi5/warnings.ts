import type { PackageOptions } from '@preceptor/course/compiled';
import type { CoursePart } from '../../parts/parts.js';
import type { PackageWarning } from '../standard.js';
import { notSaid, unsaidPassMarks, weighted } from '../warnings.js';

/** What `cmi5.xml` can't say of a course. */
export function warnings(parts: readonly CoursePart[], { order, hideLmsNavigation, timeLimitMinutes, validUntil }: PackageOptions): PackageWarning[] {
  const several = parts.length > 1;
  return [
    ...(several && order !== 'free' ? [notSaid.order('cmi5')] : []),
    ...(several && weighted(parts) ? [notSaid.weights('cmi5')] : []),
    ...(several && hideLmsNavigation ? [notSaid.navigation('cmi5')] : []),
    ...(timeLimitMinutes === null ? [] : [several ? notSaid.timeLimitOfParts('cmi5') : notSaid.timeLimit('cmi5')]),
    ...(validUntil === null ? [] : [notSaid.lastDay('cmi5')]),
    ...unsaidPassMarks(parts),
  ];
}
