import type { Item } from '@preceptor/assessment';
import type { CourseOutline, Reporting } from '@preceptor/course/delivery';
import type { Keep } from '../standalone/standalone-tracker.js';

/** What a SCORM tracker needs of the player around it. */
export interface ScormSurroundings {
  outline: CourseOutline;
  reporting: Reporting;
  /** This is one of several SCOs: it does not end the whole course. */
  isPart: boolean;
  /** Closes the window where it is the course's own. */
  close(): void;
  /** An item that was shown, whole. */
  itemOf(id: string): Item | undefined;
  /** Length of this session so far, in seconds. */
  seconds(): number;
  /** Where what the LMS did not take is kept for the next launch. */
  keep: Keep & { remove(key: string): void };
}
