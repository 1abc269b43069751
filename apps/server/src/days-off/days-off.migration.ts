import { createTables, text } from '../platform/database/tables.js';

export const daysOffMigrations = [createTables('202611280912', 'DaysOff', [
  { name: 'day_off', primary: ['organisation_id', 'on_day'], columns: { organisation_id: text({ references: 'organisation' }), on_day: text(), name: text() } },
])];
