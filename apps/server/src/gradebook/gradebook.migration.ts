import { createTables, double, integer, text } from '../platform/database/tables.js';

const organisation = text({ references: 'organisation' });
const enrolment = text({ references: 'enrolment' });
const optionalText = text({ nullable: true });

export const gradebookMigrations = [createTables('202611280541', 'Gradebook', [
  {
    name: 'gradebook_settings', primary: ['cohort_id'],
    columns: { cohort_id: text({ references: 'cohort' }), organisation_id: organisation, categories: text(), columns: text(), unmarked: text(), revision: integer(), saved_by: text(), saved_at: text() },
  },
  {
    name: 'gradebook_mark', primary: ['enrolment_id', 'column_id'],
    columns: { enrolment_id: enrolment, column_id: text(), organisation_id: organisation, state: text(), value: double({ nullable: true }), reason: text(), revision: integer(), saved_by: text(), saved_at: text() },
  },
  {
    name: 'gradebook_change', primary: ['id'], indexes: [['enrolment_id', 'column_id', 'id']],
    columns: { id: text(), organisation_id: organisation, enrolment_id: enrolment, column_id: text(), before: optionalText, after: optionalText, reason: text(), undoes: optionalText, account_id: text(), at: text() },
  },
])];
