import type { PackageOptions } from '@preceptor/course/compiled';
import type { CoursePart } from '../../parts/parts.js';
import type { PackageWarning } from '../standard.js';
import { notSaid, unsaidPassMarks } from '../warnings.js';

/** What SCORM 1.2 can't say of a course. */
export function warnings(standard: string, parts: readonly CoursePart[], { order, hideLmsNavigation, timeLimitMinutes }: PackageOptions): PackageWarning[] {
  const several = parts.length > 1;
  return [
    ...(several ? [notSaid.rollup(standard)] : []),
    ...(several && order === 'forward-only' ? [notSaid.forwardOnly(standard)] : []),
    // With one part there is nowhere to go, and LMSs show nothing to go there with.
    ...(several && hideLmsNavigation ? [notSaid.navigation(standard)] : []),
    ...(several && timeLimitMinutes !== null ? [notSaid.timeLimitOfParts(standard)] : []),
    ...unsaidPassMarks(parts),
  ];
}
