import type { CourseOutline } from '@preceptor/course/delivery';
import { emptyState, stateFor, type TrackingState } from '@preceptor/tracking';

/**
 * Reads a state that was kept as JSON, here or in an LMS, perhaps under another version of the course. What is not one,
 * or of another format, is as if it were not there.
 */
export function keptState(value: unknown, outline: CourseOutline): TrackingState {
  const known = typeof value === 'object' && value !== null && 'format' in value && value.format === 'preceptor-state/1';
  return stateFor({ ...emptyState(), ...(known && (value as TrackingState)) }, outline);
}

/** The same of its text. */
export function parseKept(text: string | null, outline: CourseOutline): TrackingState {
  try {
    return keptState(JSON.parse(text ?? 'null'), outline);
  } catch {
    return keptState(null, outline);
  }
}
