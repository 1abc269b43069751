import { Collision, type EventStore, freshness, type ProgressWrite } from './event-store.js';

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

  async write(sql, recordedAt, events, progress) {
    for (const write of progress) {
      const [row] = await sql.query(...updateOf(write));
      if (row === undefined) throw new Collision();
    }
    for (const { enrolmentId, ordinal, event } of events) {
      const [row] = await sql.query(
        'INSERT INTO learning_event (enrolment_id, id, ordinal, type, at, recorded_at, data) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING 1',
        [enrolmentId, event.id, ordinal, event.type, event.at, recordedAt, JSON.stringify(event)],
      );
      if (row === undefined) throw new Collision();
    }
  },
};

function updateOf({ enrolmentId, before, events, lastAt, snapshot, columns }: ProgressWrite): [string, unknown[]] {
  const set = `${snapshot === null ? '' : 'snapshot = ?, snapshot_events = ?, '}${columns === null ? '' : 'completion = ?, success = ?, fraction = ?, score = ?, seconds = ?, completed_lessons = ?, first_at = ?, '}events = ?, last_at = ?`;
  return [`UPDATE learning_progress SET ${set} WHERE enrolment_id = ? AND events = ? AND course_version_id = ? RETURNING 1`, [
    ...(snapshot === null ? [] : [snapshot, events]),
    ...(columns === null ? [] : [columns.completion, columns.success, columns.fraction, columns.score, columns.seconds, JSON.stringify(columns.completedLessons), columns.firstAt]),
    events, lastAt, enrolmentId, before.events, before.courseVersionId,
  ]];
}
