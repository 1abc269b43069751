import { boolean, createTables, integer, text } from '../../platform/database/tables.js';

const provider = text({ references: 'identity_provider' });

export const providersMigration = createTables('202611280900', 'IdentityProviders', [
  {
    name: 'identity_provider', primary: ['id'], indexes: [['organisation_id']],
    columns: {
      id: text(), organisation_id: text({ references: 'organisation' }), name: text(), issuer: text(), client_id: text(), client_secret: text({ nullable: true }), domains: text(),
      admits_new: boolean(), trusts_addresses: boolean(), paused: boolean(), revision: integer(), changed_at: text(), changed_by: text(),
    },
  },
  { name: 'provider_link', primary: ['provider_id', 'subject'], indexes: [['account_id']], columns: { provider_id: provider, subject: text(), account_id: text({ references: 'account' }), linked_at: text(), used_at: text() } },
  {
    name: 'provider_visit', primary: ['state_hash'], indexes: [['expires_at'], ['provider_id']],
    columns: { state_hash: text(), provider_id: provider, browser_hash: text(), nonce: text(), code_verifier: text(), redirect_uri: text(), next: text(), expires_at: text() },
  },
]);
