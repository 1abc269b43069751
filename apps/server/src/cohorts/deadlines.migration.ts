import { createTables, text } from '../platform/database/tables.js';

/** Days by which parts of a course are due, and who has more time. */
export const deadlinesMigration = createTables('202611280620', 'CohortDeadlines', [
  { name: 'cohort_deadline', primary: ['cohort_id', 'course_id', 'part'], columns: { cohort_id: text({ references: 'cohort' }), course_id: text({ references: 'course' }), part: text(), due_on: text() } },
  {
    name: 'cohort_extension', primary: ['id'], indexes: [['enrolment_id', 'id']],
    columns: { id: text(), organisation_id: text({ references: 'organisation' }), enrolment_id: text({ references: 'enrolment' }), part: text(), before: text({ nullable: true }), due_on: text(), reason: text(), account_id: text(), at: text() },
  },
]);
