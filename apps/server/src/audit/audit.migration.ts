import { createTables, integer, text } from '../platform/database/tables.js';

const optionalText = text({ nullable: true });
const organisation = text({ references: 'organisation' });

export const auditMigrations = [createTables('202611280531', 'Audit', [
  {
    name: 'audit_entry', primary: ['organisation_id', 'sequence'],
    indexes: [['organisation_id', 'action', 'sequence'], ['organisation_id', 'account_id', 'sequence'], ['organisation_id', 'subject_type', 'subject_id', 'sequence'], ['organisation_id', 'at']],
    columns: {
      organisation_id: organisation, sequence: integer(), at: text(), actor_kind: text(), account_id: text(), action: text(), subject_type: text(), subject_id: text(),
      label: optionalText, before: optionalText, after: optionalText, salt: optionalText, withheld: integer({ nullable: true }), details_hash: text(), hash: text(),
    },
  },
  { name: 'audit_head', primary: ['organisation_id'], columns: { organisation_id: organisation, sequence: integer(), hash: text(), removed_to: integer(), removed_hash: text() } },
])];
