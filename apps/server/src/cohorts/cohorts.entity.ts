import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('cohort')
export class CohortRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text', { name: 'course_version_id' }) courseVersionId!: string;
  @Column('text') name!: string;
  /** Calendar days in the cohort's own zone, YYYY-MM-DD; null: open. */
  @Column('text', { name: 'starts_on', nullable: true }) startsOn!: string | null;
  @Column('text', { name: 'ends_on', nullable: true }) endsOn!: string | null;
  /** IANA name, such as America/Denver. */
  @Column('text', { name: 'time_zone' }) timeZone!: string;
  @Column('text', { name: 'created_at' }) createdAt!: string;
}

export const cohortEntities = [CohortRow];
