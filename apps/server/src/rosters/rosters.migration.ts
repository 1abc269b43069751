import { boolean, createTables, integer, migration, text } from '../platform/database/tables.js';

const optionalText = text({ nullable: true });
const organisation = text({ references: 'organisation' });
const account = text({ references: 'account' });

export const rosterMigrations = [createTables('202611280553', 'Rosters', [
  {
    name: 'roster_import', primary: ['id'], indexes: [['organisation_id', 'id'], ['state', 'beat_at']],
    columns: {
      id: text(), organisation_id: organisation, account_id: account, cohort_id: optionalText, name: text(), format: text(), state: text(), headings: text(), mapping: optionalText, days: text(),
      may_make_accounts: boolean(), total: integer(), done: integer(), counts: text(), whole: boolean(), beat_at: optionalText, stopped: optionalText, at: text(), done_at: optionalText,
    },
  },
  {
    name: 'roster_row', primary: ['import_id', 'position'], indexes: [['import_id', 'outcome', 'position']],
    columns: {
      import_id: text({ references: 'roster_import' }), position: integer(), line: integer(), cells: text(), email: text(), name: text(), person: optionalText, outcome: text(), changes: text(), reason: optionalText, at_column: optionalText,
    },
  },
  {
    name: 'roster_result', primary: ['import_id', 'position'], indexes: [['import_id', 'outcome', 'position']],
    columns: { import_id: text({ references: 'roster_import' }), position: integer(), outcome: text(), reason: optionalText, at_column: optionalText, account_id: optionalText, enrolment_id: optionalText },
  },
  { name: 'roster_external_id', primary: ['organisation_id', 'external_id'], indexes: [['account_id']], columns: { organisation_id: organisation, external_id: text(), account_id: account } },
]), migration('202611280936', 'RosterSealing', async (runner) => {
  // Rows that came before they were sealed are marked as plain; `preceptor rotate-keys` seals them.
  await runner.query(`UPDATE "roster_row" SET "cells" = 'plain:' || "cells"`);
  await runner.query(`UPDATE "roster_row" SET "person" = 'plain:' || "person" WHERE "person" IS NOT NULL`);
})];
