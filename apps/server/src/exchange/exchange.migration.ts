import { boolean, createTables, integer, text } from '../platform/database/tables.js';

const optionalText = text({ nullable: true });
const optionalInteger = integer({ nullable: true });
const account = text({ references: 'account' });
const organisation = text({ references: 'organisation' });

export const exchangeMigrations = [createTables('202611271711', 'Exchange', [
  {
    name: 'exchange_import', primary: ['id'], indexes: [['organisation_id', 'at'], ['bank_id', 'id']],
    columns: {
      id: text(), organisation_id: organisation, bank_id: text({ references: 'authoring_bank' }), account_id: account, name: text(), state: text(), format: text(),
      columns: text(), headings: optionalText, media: text(), outcome: optionalText, at: text(), done_at: optionalText, undone_at: optionalText,
    },
  },
  {
    name: 'exchange_entry', primary: ['import_id', 'position'], indexes: [['import_id', 'verdict', 'position']],
    columns: {
      import_id: text({ references: 'exchange_import' }), position: integer(), name: text(), kind: text(), stem: text(), file: text(), line: optionalInteger, verdict: text(), known: boolean(), sound: boolean(),
      notes: text(), reason: optionalText, document: optionalText, read: optionalText,
    },
  },
  {
    name: 'exchange_outcome', primary: ['import_id', 'position'],
    columns: { import_id: text({ references: 'exchange_import' }), position: integer(), outcome: text(), name: text(), item_id: optionalText, revision: optionalInteger, undone: boolean() },
  },
  {
    name: 'exchange_export', primary: ['id'], indexes: [['organisation_id', 'at']],
    columns: { id: text(), organisation_id: organisation, account_id: account, name: text(), media_type: text(), format: text(), report: text(), at: text() },
  },
])];
