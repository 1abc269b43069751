import { createTables, text } from '../platform/database/tables.js';

/** Groups within cohorts, and who leads them. Who is in one stands in the enrolment. */
export const groupsMigration = createTables('202611280955', 'CohortGroups', [
  { name: 'cohort_group', primary: ['id'], unique: [['cohort_id', 'name']], columns: { id: text(), organisation_id: text({ references: 'organisation' }), cohort_id: text({ references: 'cohort' }), name: text() } },
  { name: 'cohort_group_facilitator', primary: ['group_id', 'account_id'], indexes: [['account_id']], columns: { group_id: text({ references: 'cohort_group' }), account_id: text({ references: 'account' }) } },
]);
