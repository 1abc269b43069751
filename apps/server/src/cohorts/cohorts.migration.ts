import { createTables, text } from '../platform/database/tables.js';
import { deadlinesMigration } from './deadlines.migration.js';
import { extensionsMigration } from './extensions.migration.js';
import { groupsMigration } from './groups.migration.js';
import { settingsMigrations } from './settings.migration.js';
import { waitingMigrations } from './waiting.migration.js';

export const cohortMigrations = [createTables('202611240400', 'Cohorts', [
  {
    name: 'cohort', primary: ['id'], indexes: [['organisation_id', 'name', 'id'], ['course_version_id']],
    columns: {
      id: text(), organisation_id: text({ references: 'organisation' }), course_version_id: text({ references: 'course_version' }), name: text(),
      starts_on: text({ nullable: true }), ends_on: text({ nullable: true }), time_zone: text(), created_at: text(),
    },
  },
]), ...settingsMigrations, ...waitingMigrations, deadlinesMigration, extensionsMigration, groupsMigration];
