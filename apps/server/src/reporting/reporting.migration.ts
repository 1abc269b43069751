import { migration } from '../platform/database/tables.js';

/** The view that reports read: what several modules own, joined once here, so that no report knows their tables. */
const learners = `CREATE VIEW report_learner AS
  SELECT e.id AS enrolment_id, e.organisation_id, e.cohort_id, e.course_version_id, e.account_id, e.enrolled_at, e.due_on,
    a.name, a.email, p.completion, p.success, p.fraction, p.score, p.seconds, p.completed_lessons, p.last_at
  FROM enrolment e JOIN account a ON a.id = e.account_id JOIN learning_progress p ON p.enrolment_id = e.id`;

/** Since learners can be withdrawn, have groups, and take several courses in a cohort. */
const members = `${learners.replace('e.due_on,', 'e.due_on, e.course_position, e.group_id,')} WHERE e.withdrawn_at IS NULL`;

export const reportingMigrations = [
  migration('202611240500', 'Reporting', async (runner) => { await runner.query(learners); }),
  migration('202611280551', 'ReportingMembers', async (runner) => {
    await runner.query('DROP VIEW report_learner');
    await runner.query(members);
  }),
];
