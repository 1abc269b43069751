import { createTables, migration, text } from '../platform/database/tables.js';

/** Who waits for a place, and who gets one that frees. */
export const waitingMigrations = [
  createTables('202611280552', 'CohortWaiting', [{
    name: 'cohort_waiting', primary: ['id'], unique: [['cohort_id', 'account_id']], indexes: [['cohort_id', 'id'], ['account_id']],
    columns: { id: text(), organisation_id: text({ references: 'organisation' }), cohort_id: text({ references: 'cohort' }), account_id: text({ references: 'account' }), due_on: text({ nullable: true }), joined_at: text() },
  }]),
  migration('202611280553', 'CohortFills', async (runner) => { await runner.query(`ALTER TABLE "cohort" ADD COLUMN "fills" text NOT NULL DEFAULT 'FIRST'`); }),
];
