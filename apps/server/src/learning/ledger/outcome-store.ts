import type { RawSql } from '../../platform/database/raw-sql.js';
import type { AttemptRow, ResponseRow } from '../learning.entity.js';

/** Writes attempts: a new one whole, of a known one what submitting it changes. */
export async function saveAttempts(sql: RawSql, attempts: AttemptRow[]): Promise<void> {
  const flag = (value: boolean | null) => (sql.engine === 'postgres' || value === null ? value : Number(value));
  for (const row of attempts) {
    await sql.query(`INSERT INTO learning_attempt (enrolment_id, id, course_version_id, assessment_id, number, form, started_at, closes_at, submitted_at, raw, max, scaled, passed, pending)
      VALUES (${marks(sql, 14)}) ON CONFLICT (enrolment_id, id) DO UPDATE SET submitted_at = excluded.submitted_at, raw = excluded.raw, max = excluded.max, scaled = excluded.scaled, passed = excluded.passed, pending = excluded.pending`, [
      row.enrolmentId, row.id, row.courseVersionId, row.assessmentId, row.number, JSON.stringify(row.form), row.startedAt, row.closesAt, row.submittedAt, row.raw, row.max, row.scaled, flag(row.passed), flag(row.pending),
    ]);
  }
}

/** Writes answers; one that stands already stays, so that the first counts. */
export async function saveResponses(sql: RawSql, responses: ResponseRow[]): Promise<void> {
  for (const row of responses) {
    await sql.query(`INSERT INTO learning_response (enrolment_id, attempt_id, item_id, course_version_id, response, raw, max, scaled, outcome, answered_at)
      VALUES (${marks(sql, 10)}) ON CONFLICT (enrolment_id, attempt_id, item_id) DO NOTHING`, [
      row.enrolmentId, row.attemptId, row.itemId, row.courseVersionId, row.response === null ? null : JSON.stringify(row.response), row.raw, row.max, row.scaled, row.outcome, row.answeredAt,
    ]);
  }
}

const marks = (sql: RawSql, count: number) => Array.from({ length: count }, (_, index) => (sql.engine === 'postgres' ? `$${index + 1}` : '?')).join(', ');
