import { createTables, double, integer, text } from '../../platform/database/tables.js';

const organisation = text({ references: 'organisation' });
const pair = { first_id: text(), second_id: text(), organisation_id: organisation };

/** Pairs of items that are alike. Items that an import took back are gone, so the pairs don't refer to them by a key. */
export const alikeMigration = createTables('202611271603', 'AlikeItems', [
  { name: 'authoring_alike', primary: ['first_id', 'second_id'], indexes: [['organisation_id', 'likeness']], columns: { ...pair, likeness: double() } },
  { name: 'authoring_unlike', primary: ['first_id', 'second_id'], columns: { ...pair, account_id: text({ references: 'account' }), at: text() } },
  { name: 'authoring_comparison', primary: ['organisation_id'], columns: { organisation_id: organisation, at: text(), items: integer(), milliseconds: integer() } },
]);
