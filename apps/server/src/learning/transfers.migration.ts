import { migration } from '../platform/database/tables.js';

/** Whose progress an enrolment began with, and which attempts and answers were made in another: figures count those once. */
export const transfersMigration = migration('202611280930', 'LearningTransfers', async (runner) => {
  await runner.query('ALTER TABLE "enrolment" ADD COLUMN "copied_from" text');
  await runner.query('CREATE INDEX "i_enrolment_copied_from" ON "enrolment" ("copied_from")');
  for (const table of ['learning_attempt', 'learning_response']) await runner.query(`ALTER TABLE "${table}" ADD COLUMN "copied" boolean NOT NULL DEFAULT false`);
});

/** Who is in a group is asked for it alone. */
export const groupIndexMigration = migration('202611281011', 'LearningGroups', async (runner) => { await runner.query('CREATE INDEX "i_enrolment_group_id" ON "enrolment" ("group_id")'); });
