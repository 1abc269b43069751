import { createTables, integer, text } from '../../platform/database/tables.js';

export const secondFactorMigration = createTables('202611280556', 'SecondFactor', [{
  name: 'second_factor', primary: ['account_id'],
  columns: { account_id: text({ references: 'account' }), secret: text(), confirmed_at: text({ nullable: true }), last_step: integer(), recovery_hashes: text() },
}]);
