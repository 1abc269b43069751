import { createTables, text } from '../platform/database/tables.js';

export const scheduleMigrations = [createTables('202611280530', 'Schedule', [
  { name: 'scheduled_work', primary: ['name'], columns: { name: text(), next_at: text(), held_until: text({ nullable: true }) } },
])];
