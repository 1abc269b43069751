import { createTables, text } from '../platform/database/tables.js';

const [enrolment, cohort, version] = [text({ references: 'enrolment' }), text({ references: 'cohort' }), text({ references: 'course_version' })];

export const transfersMigrations = [createTables('202611280932', 'Transfers', [{
  name: 'cohort_transfer', primary: ['id'], indexes: [['enrolment_id'], ['came_from'], ['account_id']],
  columns: {
    id: text(), organisation_id: text({ references: 'organisation' }), account_id: text({ references: 'account' }), kind: text(), came_from: enrolment, enrolment_id: enrolment,
    from_cohort_id: cohort, to_cohort_id: cohort, from_version_id: version, to_version_id: version, reason: text(), at: text(), done_by: text(),
  },
}])];
