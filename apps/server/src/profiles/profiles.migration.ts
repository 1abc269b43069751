import { createTables, migration, text } from '../platform/database/tables.js';

const optionalText = text({ nullable: true });

export const profileMigrations = [createTables('202611280541', 'Profiles', [{
  name: 'profile', primary: ['organisation_id', 'account_id'], indexes: [['account_id']],
  columns: {
    organisation_id: text({ references: 'organisation' }), account_id: text({ references: 'account' }),
    licence_type: optionalText, licence_number: optionalText, licence_state: optionalText, licence_expires_on: optionalText, updated_at: text(),
  },
}]), migration('202611280637', 'ProfileSealing', async (runner) => {
  // Numbers that came before they were sealed are marked as plain; `preceptor rotate-keys` seals them.
  await runner.query(`UPDATE "profile" SET "licence_number" = 'plain:' || "licence_number" WHERE "licence_number" IS NOT NULL`);
})];
