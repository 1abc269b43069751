import { createTables, migration, text } from '../../platform/database/tables.js';

const table = createTables('202611280940', 'CohortRoles', [{
  name: 'cohort_role', primary: ['cohort_id', 'account_id', 'role'], indexes: [['organisation_id', 'account_id']],
  columns: { cohort_id: text({ references: 'cohort' }), account_id: text({ references: 'account' }), role: text(), organisation_id: text({ references: 'organisation' }) },
}]);

/** Whoever leads a cohort has the rights that this takes. */
const leading = migration('202611280941', 'FacilitatorRights', async (runner) => {
  await runner.query(`INSERT INTO "cohort_role" ("cohort_id", "account_id", "role", "organisation_id") SELECT f."cohort_id", f."account_id", 'FACILITATOR', c."organisation_id" FROM "cohort_facilitator" f JOIN "cohort" c ON c."id" = f."cohort_id"`);
});

export const cohortRolesMigrations = [table, leading];
