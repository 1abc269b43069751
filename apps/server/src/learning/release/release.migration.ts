import { createTables, text } from '../../platform/database/tables.js';

export const releaseMigration = createTables('202611280605', 'LearningRelease', [{
  name: 'learning_release', primary: ['cohort_id', 'course_id'],
  columns: { cohort_id: text({ references: 'cohort' }), course_id: text({ references: 'course' }), rule: text(), starts_on: text({ nullable: true }), time_zone: text() },
}]);
