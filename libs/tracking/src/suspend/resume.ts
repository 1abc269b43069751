import type { CourseOutline } from '@preceptor/course/delivery';
import { unknownTime } from './parts.js';
import { decodeState, type Resumed } from './suspend.js';

/** What an LMS gives back at a launch. */
export interface LmsMemory {
  /** cmi.suspend_data */
  suspendData: string;
  /** cmi.core.lesson_location or cmi.location: the lesson's id, as `CmiMapping.standing` set it */
  location: string;
  /** cmi.core.entry or cmi.entry */
  entry: string;
}

/**
 * What can be known from what an LMS kept. Where it cut the suspend data short or emptied them, the place that it kept
 * for itself is still believed: that lesson was opened, and no more. `problem` is 'damaged' too where the LMS says
 * "resume" and has nothing. A score or status that the LMS shows is left to it: no attempt is made up from it.
 */
export function resumeFrom({ suspendData, location, entry }: LmsMemory, outline: CourseOutline): Resumed {
  const resumed = decodeState(suspendData, outline);
  if (entry === 'resume' && suspendData.trim() === '') resumed.problem = 'damaged';
  const { state } = resumed;
  if (state.place === null && outline.units.some(({ lessons }) => lessons.some(({ id }) => id === location))) {
    const when = (state.lastAt ??= unknownTime);
    state.firstAt ??= when;
    state.place = { at: '', id: '', lesson: location };
    state.lessons[location] ??= { openedAt: when, completedAt: null, position: null };
  }
  return resumed;
}
