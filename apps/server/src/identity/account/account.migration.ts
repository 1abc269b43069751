import { TableColumn } from 'typeorm';
import { migration } from '../../platform/database/tables.js';

/** A session tells its owner which device it is on, how it began, and when it was used last. */
export const accountMigration = migration('202611280557', 'SessionDevices', async (runner) => {
  await runner.addColumns('sign_in_session', [
    new TableColumn({ name: 'device', type: 'text', default: '\'\'' }),
    new TableColumn({ name: 'method', type: 'text', default: '\'password\'' }),
    new TableColumn({ name: 'seen_at', type: 'text', isNullable: true }),
  ]);
});
