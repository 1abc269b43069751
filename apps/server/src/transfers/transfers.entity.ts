import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a learner went from one cohort to another, or began in another with what she had done: never changed, never removed. */
@Entity('cohort_transfer')
export class TransferRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  /** The learner. */
  @Column('text', { name: 'account_id' }) accountId!: string;
  @Column('text') kind!: 'MOVE' | 'COPY';
  /** Her enrolment before; moved, it is the same one after. */
  @Column('text', { name: 'came_from' }) fromEnrolmentId!: string;
  @Column('text', { name: 'enrolment_id' }) enrolmentId!: string;
  @Column('text', { name: 'from_cohort_id' }) fromCohortId!: string;
  @Column('text', { name: 'to_cohort_id' }) toCohortId!: string;
  @Column('text', { name: 'from_version_id' }) fromVersionId!: string;
  @Column('text', { name: 'to_version_id' }) toVersionId!: string;
  @Column('text') reason!: string;
  @Column('text') at!: string;
  @Column('text', { name: 'done_by' }) doneBy!: string;
}

export const transfersEntities = [TransferRow];
