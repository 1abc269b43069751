import type { CourseOutline } from '@preceptor/course/delivery';
import { emptyState, stateFor, type TrackingState } from '@preceptor/tracking';
import { parsed } from './json-text.js';

/**
 * Reads a state that was kept as JSON, here or in an LMS, perhaps under another version of the course. What is not one,
 * or of another format, is as if it were not there.
 */
export function keptState(value: unknown, outline: CourseOutline): TrackingState {
  const state = value as Partial<TrackingState> | null | undefined;
  return stateFor({ ...emptyState(), ...(state?.format === 'preceptor-state/1' && state) }, outline);
}

/** The same of its text. */
export function parseKept(text: string | null, outline: CourseOutline): TrackingState {
  return keptState(parsed(text), outline);
}
