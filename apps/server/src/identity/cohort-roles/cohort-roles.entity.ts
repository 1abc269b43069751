import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CohortRole } from '../actor.js';

/** What somebody of an organisation is in one cohort alone, beside her roles in the organisation. */
@Entity('cohort_role')
export class CohortRoleRow {
  @PrimaryColumn('text', { name: 'cohort_id' }) cohortId!: string;
  @PrimaryColumn('text', { name: 'account_id' }) accountId!: string;
  @PrimaryColumn('text') role!: CohortRole;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
}
