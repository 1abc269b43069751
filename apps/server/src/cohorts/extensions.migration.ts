import { migration } from '../platform/database/tables.js';

/** In which cohort more time was given: in another it doesn't hold. */
export const extensionsMigration = migration('202611280931', 'CohortExtensions', async (runner) => {
  await runner.query('ALTER TABLE "cohort_extension" ADD COLUMN "cohort_id" text');
  await runner.query('UPDATE "cohort_extension" SET "cohort_id" = (SELECT e."cohort_id" FROM "enrolment" e WHERE e."id" = "cohort_extension"."enrolment_id")');
});
