import { boolean, createTables, integer, text } from '../platform/database/tables.js';

export const remindersMigrations = [createTables('202611280629', 'Reminders', [
  { name: 'reminder_rule', primary: ['cohort_id', 'kind'], indexes: [['enabled', 'cohort_id']], columns: { cohort_id: text({ references: 'cohort' }), kind: text(), organisation_id: text({ references: 'organisation' }), enabled: boolean(), days: integer() } },
])];
