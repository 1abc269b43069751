import { Collision, type EventStore, freshness, type EventWrite, type ProgressWrite } from './event-store.js';

/** SQLSTATE: unique_violation; division_by_zero, by which the statement below refuses itself; deadlock_detected, with another server. */
const collisions = ['23505', '22012', '40P01'];

// One statement, so that one round trip writes everything, durably, or nothing: a progress row that is not as it was
// leaves fewer rows updated than asked for, and dividing by zero takes the whole statement back.
const everything = `WITH
  progress AS (
    SELECT * FROM unnest($1::text[], $2::int[], $3::text[], $4::int[], $5::text[], $6::text[], $7::bool[], $8::text[], $9::text[], $10::float8[], $11::float8[], $12::float8[], $13::text[], $14::text[])
      AS w(enrolment_id, before_events, before_version, events, last_at, snapshot, with_columns, completion, success, fraction, score, seconds, completed_lessons, first_at)
  ),
  updated AS (
    UPDATE learning_progress AS p SET
      events = w.events, last_at = w.last_at,
      snapshot = coalesce(w.snapshot, p.snapshot), snapshot_events = CASE WHEN w.snapshot IS NULL THEN p.snapshot_events ELSE w.events END,
      completion = CASE WHEN w.with_columns THEN w.completion ELSE p.completion END, success = CASE WHEN w.with_columns THEN w.success ELSE p.success END,
      fraction = CASE WHEN w.with_columns THEN w.fraction ELSE p.fraction END, score = CASE WHEN w.with_columns THEN w.score ELSE p.score END,
      seconds = CASE WHEN w.with_columns THEN w.seconds ELSE p.seconds END, completed_lessons = CASE WHEN w.with_columns THEN w.completed_lessons ELSE p.completed_lessons END,
      first_at = CASE WHEN w.with_columns THEN w.first_at ELSE p.first_at END
    FROM progress AS w WHERE p.enrolment_id = w.enrolment_id AND p.events = w.before_events AND p.course_version_id = w.before_version
    RETURNING 1
  ),
  inserted AS (
    INSERT INTO learning_event (enrolment_id, id, ordinal, type, at, recorded_at, data)
    SELECT enrolment_id, id, ordinal, type, at, $15::text, data FROM unnest($16::text[], $17::text[], $18::int[], $19::text[], $20::text[], $21::text[]) AS e(enrolment_id, id, ordinal, type, at, data)
  )
  SELECT 1 / (CASE WHEN (SELECT count(*) FROM updated) = (SELECT count(*) FROM progress) THEN 1 ELSE 0 END)`;

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

  async write(sql, recordedAt, events, progress) {
    if (events.length === 0 && progress.length === 0) return;
    try {
      await sql.query(everything, [...progressArrays(progress.toSorted((a, b) => (a.enrolmentId < b.enrolmentId ? -1 : 1))), recordedAt, ...eventArrays(events)]);
    } catch (fault) {
      if (fault instanceof Error && 'code' in fault && collisions.includes(String(fault.code))) throw new Collision();
      throw fault;
    }
  },
};

const progressArrays = (writes: ProgressWrite[]): unknown[] => [
  writes.map((write) => write.enrolmentId), writes.map((write) => write.before.events), writes.map((write) => write.before.courseVersionId),
  writes.map((write) => write.events), writes.map((write) => write.lastAt), writes.map((write) => write.snapshot), writes.map((write) => write.columns !== null),
  writes.map((write) => write.columns?.completion), writes.map((write) => write.columns?.success), writes.map((write) => write.columns?.fraction), writes.map((write) => write.columns?.score),
  writes.map((write) => write.columns?.seconds), writes.map((write) => (write.columns === null ? null : JSON.stringify(write.columns.completedLessons))), writes.map((write) => write.columns?.firstAt),
];
const eventArrays = (writes: EventWrite[]): unknown[] => [
  writes.map((write) => write.enrolmentId), writes.map(({ event }) => event.id), writes.map((write) => write.ordinal),
  writes.map(({ event }) => event.type), writes.map(({ event }) => event.at), writes.map(({ event }) => JSON.stringify(event)),
];
