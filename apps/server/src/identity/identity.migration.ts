import { createTables, text } from '../platform/database/tables.js';
import { accountMigration } from './account/account.migration.js';
import { cohortRolesMigrations } from './cohort-roles/cohort-roles.migration.js';
import { secondFactorMigration } from './second-factor/second-factor.migration.js';
import { organisationsMigration } from './organisations/organisations.migration.js';

const organisation = text({ references: 'organisation' });
const account = text({ references: 'account' });

export const identityMigrations = [createTables('202611240100', 'Identity', [
  { name: 'organisation', primary: ['id'], columns: { id: text(), name: text(), created_at: text() } },
  {
    name: 'account', primary: ['id'], unique: [['email']],
    columns: { id: text(), email: text(), name: text(), password_hash: text({ nullable: true }), demo_about: text({ nullable: true }), created_at: text() },
  },
  {
    name: 'membership', primary: ['organisation_id', 'account_id'], indexes: [['account_id']],
    columns: { organisation_id: organisation, account_id: account, roles: text() },
  },
  {
    name: 'sign_in_session', primary: ['token_hash'], indexes: [['account_id'], ['expires_at']],
    columns: { token_hash: text(), account_id: account, organisation_id: organisation, created_at: text(), expires_at: text() },
  },
  {
    name: 'api_key', primary: ['id'], unique: [['key_hash']], indexes: [['organisation_id']],
    columns: { id: text(), key_hash: text(), organisation_id: organisation, account_id: account, name: text(), scopes: text(), created_at: text(), revoked_at: text({ nullable: true }) },
  },
]), organisationsMigration, secondFactorMigration, accountMigration, ...cohortRolesMigrations];
