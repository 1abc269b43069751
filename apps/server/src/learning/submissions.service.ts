import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { conditionParameters, conditions, marking, type SubmittedWanted } from './submitted-attempts.js';

/** How many submitted attempts there are at one assessment on one course version, how many of them a person has still to grade, and when the last came. */
export interface SubmissionCount { courseVersionId: string; assessmentId: string; attempts: number; pending: number; lastAt: string }

/** What other modules learn of submitted attempts; `pagesOfAttempts` reads them one by one. */
@Injectable()
export class SubmissionsService {
  constructor(private readonly database: Database) {}

  /** By version and assessment; versions without any are left out. One statement. */
  async counts(courseVersionIds: readonly string[], wanted: Omit<SubmittedWanted, 'assessmentId'> & { assessmentIds: readonly string[] }): Promise<SubmissionCount[]> {
    if (courseVersionIds.length === 0 || wanted.assessmentIds.length === 0) return [];
    const mark = marking(this.database);
    const list = (values: readonly string[]) => values.map(mark).join(', ');
    const join = wanted.cohortId === null ? '' : 'JOIN enrolment e ON e.id = a.enrolment_id';
    const where = `WHERE a.assessment_id IN (${list(wanted.assessmentIds)}) AND a.course_version_id IN (${list(courseVersionIds)})${conditions(wanted, mark)}`;
    return this.#counted(`${join} ${where}`, [...wanted.assessmentIds, ...courseVersionIds, ...conditionParameters(wanted)]);
  }

  /** What has been submitted since a moment (ISO 8601), by version and assessment. One statement. */
  since(moment: string): Promise<SubmissionCount[]> {
    return this.#counted(`WHERE a.submitted_at > ${this.database.parameter(1)}`, [moment]);
  }

  /** The cohorts whose learners are enrolled in these versions; at most so many. */
  async cohortsOf(courseVersionIds: readonly string[], most: number): Promise<string[]> {
    if (courseVersionIds.length === 0) return [];
    const mark = marking(this.database);
    const rows: { cohort_id: string }[] = await this.database.read.query(`SELECT DISTINCT cohort_id FROM enrolment WHERE course_version_id IN (${courseVersionIds.map(mark).join(', ')}) AND cohort_id IS NOT NULL ORDER BY cohort_id DESC LIMIT ${most}`, [...courseVersionIds]);
    return rows.map(({ cohort_id }) => cohort_id);
  }

  async #counted(from: string, parameters: string[]): Promise<SubmissionCount[]> {
    const rows: Record<string, unknown>[] = await this.database.read.query(
      `SELECT a.course_version_id, a.assessment_id, COUNT(*) AS attempts, COUNT(*) FILTER (WHERE a.pending) AS pending, MAX(a.submitted_at) AS last_at FROM learning_attempt a ${from} GROUP BY a.course_version_id, a.assessment_id`, parameters);
    return rows.map((row) => ({ courseVersionId: String(row['course_version_id']), assessmentId: String(row['assessment_id']), attempts: Number(row['attempts']), pending: Number(row['pending']), lastAt: String(row['last_at']) }));
  }
}
