import type { RawSql } from '../../platform/database/raw-sql.js';
import type { AttemptRow, ResponseRow } from '../learning.entity.js';

/** Writes attempts: a new one whole, of a known one what can change. */
export async function saveAttempts(sql: RawSql, attempts: AttemptRow[]): Promise<void> {
  const flag = (value: boolean | null) => (sql.engine === 'postgres' || value === null ? value : Number(value));
  for (const row of attempts) {
    await sql.query(`INSERT INTO learning_attempt (enrolment_id, id, course_version_id, assessment_id, number, form, started_at, closes_at, submitted_at, raw, max, scaled, passed, pending, conditions, device, breaks)
      VALUES (${marks(sql, 17)}) ON CONFLICT (enrolment_id, id) DO UPDATE SET closes_at = excluded.closes_at, conditions = excluded.conditions, device = excluded.device, breaks = excluded.breaks, submitted_at = excluded.submitted_at, raw = excluded.raw, max = excluded.max, scaled = excluded.scaled, passed = excluded.passed, pending = excluded.pending`, [
      row.enrolmentId, row.id, row.courseVersionId, row.assessmentId, row.number, JSON.stringify(row.form), row.startedAt, row.closesAt, row.submittedAt, row.raw, row.max, row.scaled, flag(row.passed), flag(row.pending),
      json(row.conditions), row.device ?? null, json(row.breaks),
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

/** Writes what answers that stand earn now, and why. */
export async function saveScores(sql: RawSql, scored: ResponseRow[]): Promise<void> {
  for (const row of scored) {
    const values = [row.raw, row.max, row.scaled, row.outcome, json(row.machine), json(row.given), json(row.correction), row.enrolmentId, row.attemptId, row.itemId];
    const mark = (at: number) => (sql.engine === 'postgres' ? `$${at}` : '?');
    await sql.query(`UPDATE learning_response SET raw = ${mark(1)}, max = ${mark(2)}, scaled = ${mark(3)}, outcome = ${mark(4)}, machine = ${mark(5)}, given = ${mark(6)}, correction = ${mark(7)}
      WHERE enrolment_id = ${mark(8)} AND attempt_id = ${mark(9)} AND item_id = ${mark(10)}`, values);
  }
}

const json = (value: unknown) => (value === null || value === undefined ? null : JSON.stringify(value));
const marks = (sql: RawSql, count: number) => Array.from({ length: count }, (_, index) => (sql.engine === 'postgres' ? `$${index + 1}` : '?')).join(', ');
