import { conditionsMigration } from './conditions.migration.js';
import { maskingMigration } from './masking.migration.js';
import { groupIndexMigration, transfersMigration } from './transfers.migration.js';
import { membershipMigration } from './membership.migration.js';
import { boolean, createTables, double, integer, text } from '../platform/database/tables.js';
import { releaseMigration } from './release/release.migration.js';
import { scoringMigration } from './scoring.migration.js';
import { submissionsMigration } from './submissions.migration.js';
import { uploadsMigration } from './uploads.migration.js';

const enrolment = text({ references: 'enrolment' });
const version = text({ references: 'course_version' });
const optionalText = text({ nullable: true });
const optionalNumber = double({ nullable: true });

export const learningMigrations = [createTables('202611240300', 'Learning', [
  {
    name: 'enrolment', primary: ['id'], indexes: [['account_id'], ['course_version_id'], ['cohort_id'], ['organisation_id']],
    columns: { id: text(), organisation_id: text({ references: 'organisation' }), account_id: text({ references: 'account' }), course_version_id: version, cohort_id: optionalText, enrolled_at: text(), due_on: optionalText },
  },
  {
    name: 'learning_progress', primary: ['enrolment_id'],
    columns: {
      enrolment_id: enrolment, course_version_id: version, events: integer(), snapshot: text(), snapshot_events: integer(), completion: text(), success: text(), fraction: double(),
      score: optionalNumber, seconds: double(), completed_lessons: text(), first_at: optionalText, last_at: optionalText,
    },
  },
  {
    name: 'learning_event', primary: ['enrolment_id', 'id'], unique: [['enrolment_id', 'ordinal']],
    columns: { enrolment_id: text(), id: text(), ordinal: integer(), type: text(), at: text(), recorded_at: text(), data: text() },
  },
  {
    name: 'learning_attempt', primary: ['enrolment_id', 'id'], indexes: [['course_version_id']],
    columns: {
      enrolment_id: enrolment, id: text(), course_version_id: version, assessment_id: text(), number: integer(), form: text(), started_at: text(), closes_at: optionalText,
      submitted_at: optionalText, raw: optionalNumber, max: optionalNumber, scaled: optionalNumber, passed: boolean({ nullable: true }), pending: boolean(),
    },
  },
  {
    name: 'learning_response', primary: ['enrolment_id', 'attempt_id', 'item_id'], indexes: [['course_version_id', 'item_id']],
    columns: { enrolment_id: enrolment, attempt_id: text(), item_id: text(), course_version_id: version, response: optionalText, raw: double(), max: double(), scaled: double(), outcome: text(), answered_at: text() },
  },
]), conditionsMigration, scoringMigration, submissionsMigration, uploadsMigration, maskingMigration, membershipMigration, releaseMigration, transfersMigration, groupIndexMigration];
