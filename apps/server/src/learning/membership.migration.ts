import { migration } from '../platform/database/tables.js';

/** Where an enrolment stands in its cohort: which of its courses it is for, in which group, what it waits for, whether its learner has left. */
export const membershipMigration = migration('202611280550', 'LearningMembership', async (runner) => {
  await runner.query('ALTER TABLE "enrolment" ADD COLUMN "course_position" integer NOT NULL DEFAULT 0');
  for (const name of ['waits_for', 'group_id', 'withdrawn_at']) await runner.query(`ALTER TABLE "enrolment" ADD COLUMN "${name}" text`);
});
