import { TableColumn } from 'typeorm';
import { migration } from '../platform/database/tables.js';

/** An attempt keeps what was in force for it, the device that holds it, and its breaks. */
export const conditionsMigration = migration('202611271632', 'LearningConditions', async (runner) => {
  await runner.addColumns('learning_attempt', ['conditions', 'device', 'breaks'].map((name) => new TableColumn({ name, type: 'text', isNullable: true })));
});
