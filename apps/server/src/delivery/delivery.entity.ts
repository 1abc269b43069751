import type { Accommodation, DeliveryRules } from '@preceptor/assessment';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The rules of one assessment of a course, for a cohort or for all that have none of their own. */
@Entity('delivery_rules')
export class DeliveryRulesRow {
  @PrimaryColumn('text', { name: 'course_id' }) courseId!: string;
  @PrimaryColumn('text', { name: 'assessment_id' }) assessmentId!: string;
  /** Empty: every cohort without rules of its own, and learners alone. */
  @PrimaryColumn('text', { name: 'cohort_id' }) cohortId!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('simple-json') rules!: DeliveryRules;
  /** 1, 2, 3, …: goes on where rules were removed and set again. */
  @Column('integer') revision!: number;
  /** argon2id in PHC format; null: no password is asked for. */
  @Column('text', { name: 'password_hash', nullable: true }) passwordHash!: string | null;
  /** CIDR blocks and addresses; empty: any network. */
  @Column('simple-json') networks!: string[];
  /** Removed rules keep their row, and with it their revision. */
  @Column('boolean') removed!: boolean;
  @Column('text', { name: 'saved_at' }) savedAt!: string;
  @Column('text', { name: 'saved_by' }) savedBy!: string;
}

/** What one learner or cohort is granted. */
@Entity('delivery_accommodation')
export class AccommodationRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  /** One of the two is empty. */
  @Column('text', { name: 'enrolment_id' }) enrolmentId!: string;
  @Column('text', { name: 'cohort_id' }) cohortId!: string;
  /** Empty: every assessment. */
  @Column('text', { name: 'assessment_id' }) assessmentId!: string;
  @Column('simple-json') granted!: Accommodation;
  /** Why; for staff alone. */
  @Column('text') reason!: string;
  @Column('text', { name: 'saved_at' }) savedAt!: string;
  @Column('text', { name: 'saved_by' }) savedBy!: string;
}

/** One change of rules or accommodations: who, when, and what it was before and after. Nothing of a password but that it changed. */
@Entity('delivery_change')
export class DeliveryChangeRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  /** What was changed: `rules/COURSE/ASSESSMENT/COHORT`, `enrolment/ID` or `cohort/ID`. */
  @Column('text') subject!: string;
  /** JSON; null: there was nothing. */
  @Column('text', { nullable: true }) before!: string | null;
  /** JSON; null: it was removed. */
  @Column('text', { nullable: true }) after!: string | null;
  @Column('text', { name: 'account_id' }) accountId!: string;
  @Column('text') at!: string;
}

export const deliveryEntities = [DeliveryRulesRow, AccommodationRow, DeliveryChangeRow];
