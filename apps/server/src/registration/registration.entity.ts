import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A way by which people register themselves: for one cohort, or for the organisation. */
@Entity('registration_way')
export class RegistrationWayRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  /** null: for the organisation alone. */
  @Column('text', { name: 'cohort_id', nullable: true }) cohortId!: string | null;
  /** What stands in the link, and is read aloud: capital letters and digits. */
  @Column('text') code!: string;
  @Column('boolean') open!: boolean;
  /** Whether staff let each in. */
  @Column('boolean') approval!: boolean;
}

/** Somebody who has registered herself. */
@Entity('registration')
export class RegistrationRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'way_id' }) wayId!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text', { name: 'cohort_id', nullable: true }) cohortId!: string | null;
  /** Lower case. */
  @Column('text') email!: string;
  @Column('text') name!: string;
  /** SHA-256 of what stands in the mail's link, hex. */
  @Column('text', { name: 'token_hash' }) tokenHash!: string;
  @Column('text', { name: 'created_at' }) createdAt!: string;
  @Column('text', { name: 'expires_at' }) expiresAt!: string;
  /** When she opened the link: the address is hers. */
  @Column('text', { name: 'confirmed_at', nullable: true }) confirmedAt!: string | null;
  @Column('text', { name: 'decided_at', nullable: true }) decidedAt!: string | null;
  /** null: nobody yet, or nobody need. */
  @Column('text', { name: 'decided_by', nullable: true }) decidedBy!: string | null;
  @Column('boolean', { nullable: true }) admitted!: boolean | null;
}

export const registrationEntities = [RegistrationWayRow, RegistrationRow];
