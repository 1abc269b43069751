import { migration } from '../platform/database/tables.js';

/** The submitted attempts of an assessment in the order of submitting, and all that came since a moment, are read by index alone. */
export const submissionsMigration = migration('202611271651', 'LearningSubmissions', async (runner) => {
  await runner.query('CREATE INDEX i_learning_attempt_submitted ON learning_attempt (assessment_id, course_version_id, submitted_at, enrolment_id, id, number, pending)');
  await runner.query('CREATE INDEX i_learning_attempt_since ON learning_attempt (submitted_at, course_version_id, assessment_id)');
});
