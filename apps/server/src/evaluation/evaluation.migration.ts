import { boolean, createTables, integer, text } from '../platform/database/tables.js';

const form = text({ references: 'evaluation_form' });

export const evaluationMigrations = [createTables('202611280556', 'Evaluation', [
  {
    name: 'evaluation_form', primary: ['id'], unique: [['cohort_id', 'kind']],
    columns: { id: text(), organisation_id: text({ references: 'organisation' }), cohort_id: text({ references: 'cohort' }), kind: text(), title: text(), questions: text(), open: boolean(), revision: integer() },
  },
  { name: 'evaluation_box', primary: ['form_id', 'session_id'], columns: { form_id: form, session_id: text(), shown: text(), held: text() } },
  { name: 'evaluation_filled', primary: ['form_id', 'session_id', 'account_id'], indexes: [['account_id']], columns: { form_id: form, session_id: text(), account_id: text({ references: 'account' }), day: text() } },
])];
