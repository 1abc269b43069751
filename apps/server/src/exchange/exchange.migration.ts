import { createTables, integer, text } from '../platform/database/tables.js';

export const exchangeMigrations = [createTables('202611271711', 'Exchange', [
  {
    name: 'exchange_import', primary: ['id'], indexes: [['organisation_id', 'at']],
    columns: {
      id: text(), organisation_id: text({ references: 'organisation' }), bank_id: text({ references: 'authoring_bank' }), account_id: text({ references: 'account' }), name: text(), state: text(), format: text(),
      columns: text(), result: text(), accepted: integer({ nullable: true }), at: text(),
    },
  },
])];
