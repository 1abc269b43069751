import { boolean, createTables, double, integer, text } from '../platform/database/tables.js';

const id = text();
const organisation = text({ references: 'organisation' });
const account = text({ references: 'account' });
const course = text({ references: 'course' });
const enrolment = text({ references: 'enrolment' });
const optionalText = text({ nullable: true });

export const gradingMigrations = [createTables('202611271642', 'Grading', [
  {
    name: 'grading_settings', primary: ['organisation_id', 'course_id', 'assessment_id'],
    columns: { organisation_id: organisation, course_id: course, assessment_id: text(), anonymous: boolean(), double_every: integer(), largest_difference: double(), updated_by: account, updated_at: text() },
  },
  {
    name: 'grading_task', primary: ['id'], unique: [['enrolment_id', 'attempt_id', 'item_id']],
    indexes: [['organisation_id', 'course_id', 'assessment_id', 'item_id', 'state', 'submitted_at'], ['applied'], ['claimed_by']],
    columns: {
      id, organisation_id: organisation, course_id: course, course_version_id: text({ references: 'course_version' }), assessment_id: text(), item_id: text(), enrolment_id: enrolment, attempt_id: text(),
      account_id: account, submitted_at: text(), state: text(), is_double: boolean(), first_by: optionalText, second_by: optionalText, moderated_by: optionalText, claimed_by: optionalText, claimed_until: optionalText,
      final: optionalText, event_id: optionalText, applied: boolean(), revision: integer(),
    },
  },
  {
    name: 'grading_mark', primary: ['id'], indexes: [['task_id', 'at']],
    columns: { id, organisation_id: organisation, task_id: text({ references: 'grading_task' }), turn: text(), levels: text(), comment: text(), raw: double(), max: double(), grader_id: account, at: text(), withdrawn_at: optionalText },
  },
  { name: 'grading_snippet', primary: ['id'], indexes: [['organisation_id', 'account_id']], columns: { id, organisation_id: organisation, account_id: account, shared: boolean(), text: text(), created_at: text() } },
  {
    name: 'grading_regrade', primary: ['id'], indexes: [['organisation_id', 'course_id', 'item_id', 'id'], ['state']],
    columns: {
      id, organisation_id: organisation, course_id: course, item_id: text(), version_ids: text(), correction: optionalText, previous: text(), state: text(), fingerprint: text(), reason: text(), account_id: account,
      asked_at: text(), begun_at: optionalText, done_at: optionalText, attempts: integer(), scores_changed: integer(), passes_lost: integer(), passes_won: integer(),
    },
  },
  {
    name: 'grading_regrade_attempt', primary: ['regrade_id', 'attempt_id'], indexes: [['regrade_id', 'rank', 'attempt_id'], ['regrade_id', 'applied_at']],
    columns: {
      regrade_id: text({ references: 'grading_regrade' }), attempt_id: text(), enrolment_id: enrolment, account_id: account, cohort_id: optionalText, before: text(), after: text(),
      success_before: text(), success_after: text(), rank: integer(), event_id: text(), applied_at: optionalText,
    },
  },
  {
    name: 'grading_stake', primary: ['id'], unique: [['regrade_id', 'enrolment_id']], indexes: [['organisation_id', 'cohort_id', 'acknowledged_at']],
    columns: {
      id, organisation_id: organisation, regrade_id: text({ references: 'grading_regrade' }), enrolment_id: enrolment, account_id: account, cohort_id: optionalText, turned: text(), at: text(),
      acknowledged_at: optionalText, acknowledged_by: optionalText, note: optionalText,
    },
  },
])];
