import type { CourseOutline } from '@preceptor/course';
import { emptyState, type TrackingState } from '../state.js';

/** `text` is what to keep; `dropped` names what had no room, the least important first. */
export interface Suspended { text: string; dropped: string[] }
/** `problem` is null where all of the text could be read. `forgotten` counts entries that this version of the course does not know. */
export interface Resumed { state: TrackingState; problem: 'damaged' | 'unknown-format' | null; forgotten: number }

export function encodeState(state: TrackingState, _outline: CourseOutline, _options: { limit?: number } = {}): Suspended {
  return { text: JSON.stringify(state), dropped: [] };
}
export function decodeState(text: string, _outline: CourseOutline): Resumed {
  try {
    return { state: { ...emptyState(), ...(text === '' ? {} : JSON.parse(text)) }, problem: null, forgotten: 0 };
  } catch {
    return { state: emptyState(), problem: 'unknown-format', forgotten: 0 };
  }
}
