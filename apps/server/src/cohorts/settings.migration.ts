import { createTables, integer, migration, text } from '../platform/database/tables.js';

const cohort = text({ references: 'cohort' });

/** What a coordinator sets of a cohort beyond its dates, who leads it, and what was changed. */
export const settingsMigrations = [
  migration('202611280534', 'CohortSettings', async (runner) => {
    await runner.query('ALTER TABLE "cohort" ADD COLUMN "revision" integer NOT NULL DEFAULT 1');
    await runner.query('ALTER TABLE "cohort" ADD COLUMN "capacity" integer');
    for (const name of ['price', 'discussion_url', 'archived_at']) await runner.query(`ALTER TABLE "cohort" ADD COLUMN "${name}" text`);
  }),
  createTables('202611280535', 'CohortStaff', [
    { name: 'cohort_facilitator', primary: ['cohort_id', 'account_id'], indexes: [['account_id']], columns: { cohort_id: cohort, account_id: text({ references: 'account' }) } },
    { name: 'cohort_change', primary: ['cohort_id', 'revision'], columns: { cohort_id: cohort, revision: integer(), at: text(), account_id: text(), changes: text() } },
  ]),
];
