import { createTables, text } from '../platform/database/tables.js';
import { passkeysMigration } from './passkeys/passkeys.migration.js';
import { providersMigration } from './providers/providers.migration.js';

const organisation = text({ references: 'organisation' });
const account = text({ references: 'account' });

export const signInMigrations = [createTables('202611280612', 'SignIn', [
  {
    name: 'invitation', primary: ['id'], unique: [['token_hash']], indexes: [['organisation_id', 'email']],
    columns: { id: text(), organisation_id: organisation, email: text(), name: text(), roles: text(), token_hash: text(), created_at: text(), created_by: text(), sent_at: text(), expires_at: text(), accepted_at: text({ nullable: true }), revoked_at: text({ nullable: true }) },
  },
  { name: 'sign_in_link', primary: ['token_hash'], indexes: [['account_id'], ['expires_at']], columns: { token_hash: text(), account_id: account, expires_at: text(), used_at: text({ nullable: true }) } },
]), providersMigration, passkeysMigration];
