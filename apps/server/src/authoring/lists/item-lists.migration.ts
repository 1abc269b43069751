import { TableIndex } from 'typeorm';
import { migration } from '../../platform/database/tables.js';

/** Opening a bank reads its newest items straight from an index. */
export const itemListMigrations = [migration('202611271602', 'ItemLists', async (runner) => {
  await runner.createIndex('authoring_item', new TableIndex({ name: 'i_authoring_item_bank_id_updated_at', columnNames: ['bank_id', 'updated_at', 'id'] }));
})];
