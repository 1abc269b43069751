import { boolean, createTables, text } from '../platform/database/tables.js';

const organisation = text({ references: 'organisation' });
const cohort = text({ references: 'cohort', nullable: true });

export const registrationMigrations = [createTables('202611281001', 'Registration', [
  { name: 'registration_way', primary: ['id'], unique: [['code']], indexes: [['organisation_id', 'cohort_id']], columns: { id: text(), organisation_id: organisation, cohort_id: cohort, code: text(), open: boolean(), approval: boolean() } },
  {
    name: 'registration', primary: ['id'], unique: [['token_hash']], indexes: [['organisation_id', 'cohort_id'], ['way_id'], ['email'], ['expires_at']],
    columns: {
      id: text(), way_id: text({ references: 'registration_way' }), organisation_id: organisation, cohort_id: cohort, email: text(), name: text(), token_hash: text(), created_at: text(), expires_at: text(),
      confirmed_at: text({ nullable: true }), decided_at: text({ nullable: true }), decided_by: text({ nullable: true }), admitted: boolean({ nullable: true }),
    },
  },
])];
