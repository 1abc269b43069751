import { createTables, integer, text } from '../platform/database/tables.js';

export const notesMigrations = [createTables('202611280940', 'Notes', [{
  name: 'learner_note', primary: ['id'], indexes: [['organisation_id', 'account_id', 'id'], ['author_id']],
  columns: { id: text(), organisation_id: text({ references: 'organisation' }), account_id: text({ references: 'account' }), author_id: text({ references: 'account' }), body: text(), revision: integer(), written_at: text(), changed_at: text({ nullable: true }) },
}])];
