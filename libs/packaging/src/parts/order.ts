import type { PackageOptions } from '@preceptor/course/compiled';
import type { CoursePart } from './parts.js';

/** The LMS is told a verdict on the part: an assessment in it decides, and verdicts are not kept to ourselves. */
export function isJudged({ decides }: CoursePart, { status }: PackageOptions): boolean {
  return decides && status !== 'completed';
}

/** The part that must be done before this one opens, where parts are taken in order; undefined: it is open. */
export function partBefore(part: CoursePart, parts: readonly CoursePart[], { order }: PackageOptions): CoursePart | undefined {
  return order === 'in-order' ? parts[parts.indexOf(part) - 1] : undefined;
}

/** Another part waits for this one. */
export function opensTheNext(part: CoursePart, parts: readonly CoursePart[], options: PackageOptions): boolean {
  return parts.some((other) => partBefore(other, parts, options) === part);
}
