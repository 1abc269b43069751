import { createTables, double, text } from '../platform/database/tables.js';

const organisation = text({ references: 'organisation' });
const course = text({ references: 'course' });
const account = text({ references: 'account' });
const optionalText = text({ nullable: true });

export const packagingMigrations = [createTables('202611250100', 'Packaging', [
  { name: 'package_settings', primary: ['course_id'], columns: { course_id: course, organisation_id: organisation, options: text(), account_id: account, saved_at: text() } },
  {
    name: 'course_package', primary: ['id'], unique: [['wish']], indexes: [['state'], ['organisation_id', 'state']],
    columns: {
      id: text(), organisation_id: organisation, course_id: course, course_version_id: text({ references: 'course_version' }), account_id: account,
      standard: text(), options: text(), lms: optionalText, wish: optionalText, name: text(), state: text(), done_bytes: double(), total_bytes: double(), beat_at: optionalText,
      sha256: optionalText, file: optionalText, bytes: double({ nullable: true }), fault_code: optionalText, fault: optionalText, asked_at: text(), made_at: optionalText,
    },
  },
  {
    name: 'package_download', primary: ['id'], indexes: [['course_id', 'id'], ['package_id']],
    columns: { id: text(), organisation_id: organisation, course_id: course, package_id: text({ references: 'course_package' }), account_id: account, at: text() },
  },
  {
    name: 'package_check', primary: ['id'], indexes: [['asked_at']],
    columns: { id: text(), organisation_id: organisation, account_id: account, name: text(), bytes: double(), state: text(), beat_at: text(), report: optionalText, fault_code: optionalText, fault: optionalText, asked_at: text() },
  },
])];
