import type { Item } from '@preceptor/assessment';
import { itemById } from '@preceptor/course/delivery';
import type { TrackingEvent, TrackingState } from '@preceptor/tracking';
import type { LoadedVersion } from '../../catalog/course-versions.js';
import type { AttemptRow, EnrolmentRow, ResponseRow } from '../learning.entity.js';

/** All that is known of one enrolment: what a decision about it is made from. Never changed, only replaced. */
export interface LedgerRecord {
  readonly enrolment: EnrolmentRow;
  readonly version: LoadedVersion;
  readonly state: TrackingState;
  /** How many events are recorded. */
  readonly events: number;
  /** How many of them the stored snapshot holds. */
  readonly snapshotEvents: number;
  readonly attempts: ReadonlyMap<string, AttemptRow>;
}

/** What is to be written because of one operation, and what the caller is told once it is. */
export interface Decision<T> {
  events: TrackingEvent[];
  attempts: AttemptRow[];
  responses: ResponseRow[];
  /** Answers that stand already and now earn something else. */
  scored?: ResponseRow[];
  answer: T;
}
export const nothing = <T>(answer: T): Decision<T> => ({ events: [], attempts: [], responses: [], answer });

/** Decides from the record and from which of the operation's event ids are recorded already. Pure; may throw a Problem. */
export type Operation<T> = (record: LedgerRecord, known: { has(eventId: string): boolean }) => Decision<T>;

const itemsOf = new WeakMap<LoadedVersion, Map<string, Item>>();
/** Every item of a version by id. */
export function itemsOfVersion(version: LoadedVersion): ReadonlyMap<string, Item> {
  let items = itemsOf.get(version);
  if (items === undefined) {
    items = itemById(version.course);
    itemsOf.set(version, items);
  }
  return items;
}
