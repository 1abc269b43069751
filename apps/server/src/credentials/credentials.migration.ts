import { boolean, createTables, double, integer, text } from '../platform/database/tables.js';

const organisation = text({ references: 'organisation' });
const account = text({ references: 'account' });
const optionalText = text({ nullable: true });

export const credentialsMigrations = [createTables('202611280541', 'Credentials', [
  {
    name: 'certificate', primary: ['id'], unique: [['valid_for'], ['public_id'], ['organisation_id', 'number']],
    indexes: [['enrolment_id'], ['account_id'], ['cohort_id', 'state'], ['organisation_id', 'body_id', 'awarded_on']],
    columns: {
      id: text(), organisation_id: organisation, enrolment_id: text({ references: 'enrolment' }), account_id: account, cohort_id: optionalText, number: integer(), public_id: text(), state: text(), valid_for: optionalText,
      issued_at: text(), issued_by: optionalText, awarded_on: text(), expires_on: optionalText, facts: text(), design_id: text(), body_id: optionalText, ended_at: optionalText, ended_by: optionalText, reason: optionalText, replaced_by: optionalText,
    },
  },
  { name: 'certificate_design', primary: ['id', 'organisation_id'], columns: { id: text(), organisation_id: organisation, design: text() } },
  { name: 'certificate_template', primary: ['organisation_id'], columns: { organisation_id: organisation, design: text(), issued: integer(), updated_at: text() } },
  { name: 'certificate_image', primary: ['id', 'organisation_id'], columns: { id: text(), organisation_id: organisation, media_type: text(), width: integer(), height: integer(), data: text() } },
  {
    name: 'certificate_settings', primary: ['cohort_id'], indexes: [['mode'], ['organisation_id']],
    columns: {
      cohort_id: text({ references: 'cohort' }), organisation_id: organisation, mode: text(), hours: text(), valid_months: integer({ nullable: true }), licence_required: boolean(), attestation: optionalText, body_id: optionalText,
      pre_test: optionalText, post_test: optionalText, post_test_mark: double({ nullable: true }), updated_at: text(),
    },
  },
  { name: 'accrediting_body', primary: ['id'], indexes: [['organisation_id', 'name']], columns: { id: text(), organisation_id: organisation, name: text(), provider_number: text(), statement: text() } },
  { name: 'certificate_attestation', primary: ['enrolment_id'], columns: { enrolment_id: text({ references: 'enrolment' }), organisation_id: organisation, account_id: account, statement: text(), attested_at: text() } },
  { name: 'credential_key', primary: ['organisation_id'], columns: { organisation_id: organisation, public_key: text(), private_key: text(), created_at: text() } },
])];
