import type { TrackingEvent } from '@preceptor/tracking';
import type { RawSql } from '../../platform/database/raw-sql.js';
import type { ProgressColumns } from './columns.js';

/** One enrolment's part of a commit. `columns` is null where only the times change. */
export interface ProgressWrite { enrolmentId: string; events: number; lastAt: string | null; snapshot: string | null; columns: ProgressColumns | null }
export interface EventWrite { enrolmentId: string; ordinal: number; event: TrackingEvent }

/** The statements that learners' events pass through, made for each engine's strength: SQLite a row at a time, PostgreSQL many in one. */
export interface EventStore {
  /** What each enrolment's record must say to be fresh (`freshness`), its row locked until the commit. */
  lock(sql: RawSql, enrolmentIds: string[]): Promise<Map<string, string>>;
  /** Which of these are recorded already, as `enrolment/event`. */
  known(sql: RawSql, pairs: [enrolmentId: string, eventId: string][]): Promise<Set<string>>;
  insert(sql: RawSql, recordedAt: string, writes: EventWrite[]): Promise<void>;
  saveProgress(sql: RawSql, writes: ProgressWrite[]): Promise<void>;
}

/** Changes whenever anything is recorded or the enrolment is moved to another version. */
export const freshness = (events: unknown, courseVersionId: unknown): string => `${String(events)}/${String(courseVersionId)}`;

const progressSet = 'snapshot = ?, snapshot_events = ?, ';
const columnsSet = 'completion = ?, success = ?, fraction = ?, score = ?, seconds = ?, completed_lessons = ?, first_at = ?, ';
const columnValues = (columns: ProgressColumns) => [columns.completion, columns.success, columns.fraction, columns.score, columns.seconds, JSON.stringify(columns.completedLessons), columns.firstAt];

export const sqliteEvents: EventStore = {
  async lock(sql, enrolmentIds) {
    const found = new Map<string, string>();
    for (const id of enrolmentIds) {
      const [row] = await sql.query('SELECT events, course_version_id FROM learning_progress WHERE enrolment_id = ?', [id]);
      if (row !== undefined) found.set(id, freshness(row['events'], row['course_version_id']));
    }
    return found;
  },
  async known(sql, pairs) {
    const found = new Set<string>();
    for (const [enrolment, event] of pairs) {
      const rows = await sql.query('SELECT 1 FROM learning_event WHERE enrolment_id = ? AND id = ?', [enrolment, event]);
      if (rows.length > 0) found.add(`${enrolment}/${event}`);
    }
    return found;
  },
  async insert(sql, recordedAt, writes) {
    for (const { enrolmentId, ordinal, event } of writes) {
      await sql.query('INSERT INTO learning_event (enrolment_id, id, ordinal, type, at, recorded_at, data) VALUES (?, ?, ?, ?, ?, ?, ?)', [enrolmentId, event.id, ordinal, event.type, event.at, recordedAt, JSON.stringify(event)]);
    }
  },
  async saveProgress(sql, writes) {
    for (const { enrolmentId, events, lastAt, snapshot, columns } of writes) {
      const set = `${snapshot === null ? '' : progressSet}${columns === null ? '' : columnsSet}events = ?, last_at = ?`;
      await sql.query(`UPDATE learning_progress SET ${set} WHERE enrolment_id = ?`, [...(snapshot === null ? [] : [snapshot, events]), ...(columns === null ? [] : columnValues(columns)), events, lastAt, enrolmentId]);
    }
  },
};

export const postgresEvents: EventStore = {
  async lock(sql, enrolmentIds) {
    // In one order everywhere, so that two servers never wait for each other in a circle.
    const rows = await sql.query('SELECT enrolment_id, events, course_version_id FROM learning_progress WHERE enrolment_id = ANY($1::text[]) ORDER BY enrolment_id FOR UPDATE', [enrolmentIds]);
    return new Map(rows.map((row) => [String(row['enrolment_id']), freshness(row['events'], row['course_version_id'])]));
  },
  async known(sql, pairs) {
    if (pairs.length === 0) return new Set();
    const rows = await sql.query('SELECT e.enrolment_id, e.id FROM learning_event e JOIN unnest($1::text[], $2::text[]) AS asked(enrolment_id, id) ON e.enrolment_id = asked.enrolment_id AND e.id = asked.id', [pairs.map(([enrolment]) => enrolment), pairs.map(([, event]) => event)]);
    return new Set(rows.map((row) => `${String(row['enrolment_id'])}/${String(row['id'])}`));
  },
  async insert(sql, recordedAt, writes) {
    if (writes.length === 0) return;
    await sql.query(
      'INSERT INTO learning_event (enrolment_id, id, ordinal, type, at, recorded_at, data) SELECT enrolment_id, id, ordinal, type, at, $1::text, data FROM unnest($2::text[], $3::text[], $4::int[], $5::text[], $6::text[], $7::text[]) AS e(enrolment_id, id, ordinal, type, at, data)',
      [recordedAt, writes.map((write) => write.enrolmentId), writes.map(({ event }) => event.id), writes.map((write) => write.ordinal), writes.map(({ event }) => event.type), writes.map(({ event }) => event.at), writes.map(({ event }) => JSON.stringify(event))],
    );
  },
  async saveProgress(sql, writes) {
    const times = writes.filter((write) => write.columns === null && write.snapshot === null);
    if (times.length > 0) {
      await sql.query('UPDATE learning_progress AS p SET events = w.events, last_at = w.last_at FROM unnest($1::text[], $2::int[], $3::text[]) AS w(enrolment_id, events, last_at) WHERE p.enrolment_id = w.enrolment_id', [times.map((write) => write.enrolmentId), times.map((write) => write.events), times.map((write) => write.lastAt)]);
    }
    for (const { enrolmentId, events, lastAt, snapshot, columns } of writes) {
      if (columns === null && snapshot === null) continue;
      let n = 0;
      const set = `${snapshot === null ? '' : progressSet}${columns === null ? '' : columnsSet}events = ?, last_at = ?`.replaceAll('?', () => `$${(n += 1)}`);
      await sql.query(`UPDATE learning_progress SET ${set} WHERE enrolment_id = $${n + 1}`, [...(snapshot === null ? [] : [snapshot, events]), ...(columns === null ? [] : columnValues(columns)), events, lastAt, enrolmentId]);
    }
  },
};
