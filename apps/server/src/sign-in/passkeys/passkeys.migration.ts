import { boolean, createTables, integer, text } from '../../platform/database/tables.js';

const account = { references: 'account' };

export const passkeysMigration = createTables('202611280918', 'Passkeys', [
  {
    name: 'passkey', primary: ['id'], unique: [['credential_id']], indexes: [['account_id']],
    columns: { id: text(), credential_id: text(), account_id: text(account), name: text(), public_key: text(), counter: integer(), transports: text(), backed_up: boolean(), created_at: text(), used_at: text({ nullable: true }) },
  },
  { name: 'passkey_challenge', primary: ['challenge_hash'], indexes: [['account_id'], ['expires_at']], columns: { challenge_hash: text(), account_id: text({ ...account, nullable: true }), expires_at: text() } },
]);
