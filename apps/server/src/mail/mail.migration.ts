import { createTables, integer, text } from '../platform/database/tables.js';

const organisation = text({ references: 'organisation' });
const optional = text({ nullable: true });

export const mailMigrations = [createTables('202611280536', 'Mail', [
  {
    name: 'mail', primary: ['id'], unique: [['organisation_id', 'key']],
    indexes: [['next_at'], ['organisation_id', 'id'], ['organisation_id', 'state', 'id'], ['cohort_id', 'id'], ['account_id', 'id']],
    columns: {
      id: text(), organisation_id: organisation, account_id: optional, cohort_id: optional, enrolment_id: optional, kind: text(), key: text(), to_address: text(), data: text(), language: text(),
      subject: text(), body: text(), state: text(), next_at: optional, expires_at: text(), time_zone: optional, tries: integer(), lease: optional, handed_at: optional, queued_at: text(), sent_at: optional, reason: optional,
    },
  },
  {
    name: 'mail_template', primary: ['organisation_id', 'kind', 'language'],
    columns: { organisation_id: organisation, kind: text(), language: text(), subject: text(), body: text(), revision: integer(), saved_at: text(), saved_by: text() },
  },
  { name: 'mail_unsubscribe', primary: ['organisation_id', 'address', 'category'], columns: { organisation_id: organisation, address: text(), category: text(), at: text() } },
  { name: 'mail_settings', primary: ['organisation_id'], columns: { organisation_id: organisation, quiet_from: text(), quiet_to: text(), revision: integer() } },
  { name: 'mail_secret', primary: ['id'], columns: { id: integer(), secret: text() } },
]), createTables('202611280921', 'MailLanguage', [{ name: 'mail_language', primary: ['account_id'], columns: { account_id: text({ references: 'account' }), language: text() } }])];
