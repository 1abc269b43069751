import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a person is licensed as, as one organisation knows it. */
@Entity('profile')
export class ProfileRow {
  @PrimaryColumn('text', { name: 'organisation_id' }) organisationId!: string;
  @PrimaryColumn('text', { name: 'account_id' }) accountId!: string;
  @Column('text', { name: 'licence_type', nullable: true }) licenceType!: string | null;
  @Column('text', { name: 'licence_number', nullable: true }) licenceNumber!: string | null;
  @Column('text', { name: 'licence_state', nullable: true }) licenceState!: string | null;
  /** Calendar day, YYYY-MM-DD. */
  @Column('text', { name: 'licence_expires_on', nullable: true }) licenceExpiresOn!: string | null;
  @Column('text', { name: 'updated_at' }) updatedAt!: string;
}

export const profileEntities = [ProfileRow];

/** Sealed at rest: `Sealing` writes and opens it. */
export const sealedLicence = { table: 'profile', column: 'licence_number' };
