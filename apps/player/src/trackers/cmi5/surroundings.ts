import type { Item } from '@preceptor/assessment';
import type { CourseOutline, Reporting } from '@preceptor/course/delivery';
import type { Keep } from '../standalone/standalone-tracker.js';

export type Store = Keep & { remove(key: string): void };

/** What the cmi5 tracker needs of the player around it. */
export interface Cmi5Surroundings {
  outline: CourseOutline;
  reporting: Reporting;
  /** An item that was shown, whole. */
  itemOf(id: string): Item | undefined;
  /** Length of this session so far, in seconds. */
  seconds(): number;
  /** Where what the LMS did not take is kept for the next launch, and what a reload must know. */
  device: Store;
  tab: Store;
  /** Has the course judge by the LMS's own mark, 0..1; undefined: it has none. */
  judgeBy(mark: number | undefined): void;
  /** Takes the page elsewhere; null: closes it. */
  goTo(address: string | null): void;
}
