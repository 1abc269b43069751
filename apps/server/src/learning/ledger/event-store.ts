import type { TrackingEvent } from '@preceptor/tracking';
import type { RawSql } from '../../platform/database/raw-sql.js';
import type { ProgressColumns } from './columns.js';

/** One enrolment's part of a commit. `columns` is null where only the times change; `before` is what makes it fresh. */
export interface ProgressWrite { enrolmentId: string; before: { events: number; courseVersionId: string }; events: number; lastAt: string | null; snapshot: string | null; columns: ProgressColumns | null }
export interface EventWrite { enrolmentId: string; ordinal: number; event: TrackingEvent }

/** Something was recorded meanwhile by another server, or an event was recorded before: nothing may be kept of the commit. */
export class Collision extends Error {}

/** The statements that learners' events pass through, made for each engine's strength: SQLite a row at a time, PostgreSQL all in one. */
export interface EventStore {
  /** What each enrolment's record must say to be fresh (`freshness`), its row locked until the commit. */
  lock(sql: RawSql, enrolmentIds: string[]): Promise<Map<string, string>>;
  /** Which of these are recorded already, as `enrolment/event`. */
  known(sql: RawSql, pairs: [enrolmentId: string, eventId: string][]): Promise<Set<string>>;
  /** Writes events and progress; throws a Collision where an event is there or a progress row is not as it was. */
  write(sql: RawSql, recordedAt: string, events: EventWrite[], progress: ProgressWrite[]): Promise<void>;
}

/** Changes whenever anything is recorded or the enrolment is moved to another version. */
export const freshness = (events: unknown, courseVersionId: unknown): string => `${String(events)}/${String(courseVersionId)}`;
