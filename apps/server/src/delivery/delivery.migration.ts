import { boolean, createTables, integer, text } from '../platform/database/tables.js';

const organisation = text({ references: 'organisation' });
const optionalText = text({ nullable: true });

export const deliveryMigrations = [createTables('202611271631', 'Delivery', [
  {
    name: 'delivery_rules', primary: ['course_id', 'assessment_id', 'cohort_id'],
    columns: {
      course_id: text({ references: 'course' }), assessment_id: text(), cohort_id: text(), organisation_id: organisation, rules: text(), revision: integer(), password_hash: optionalText,
      networks: text(), removed: boolean(), saved_at: text(), saved_by: text(),
    },
  },
  {
    name: 'delivery_accommodation', primary: ['id'], indexes: [['enrolment_id'], ['cohort_id']],
    columns: { id: text(), organisation_id: organisation, enrolment_id: text(), cohort_id: text(), assessment_id: text(), granted: text(), reason: text(), saved_at: text(), saved_by: text() },
  },
  { name: 'delivery_change', primary: ['id'], indexes: [['subject', 'id']], columns: { id: text(), organisation_id: organisation, subject: text(), before: optionalText, after: optionalText, account_id: text(), at: text() } },
])];
