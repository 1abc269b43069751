import { createTables, integer, text } from '../platform/database/tables.js';

export const completionMigrations = [createTables('202611280558', 'Completion', [
  { name: 'completion_rule', primary: ['cohort_id'], columns: { cohort_id: text({ references: 'cohort' }), organisation_id: text({ references: 'organisation' }), rule: text(), revision: integer(), saved_at: text(), saved_by: text() } },
])];
