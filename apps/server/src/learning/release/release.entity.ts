import type { ReleaseRule } from '@preceptor/tracking';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When the units of a course open in a cohort. No row: all at once. */
@Entity('learning_release')
export class ReleaseRow {
  @PrimaryColumn('text', { name: 'cohort_id' }) cohortId!: string;
  @PrimaryColumn('text', { name: 'course_id' }) courseId!: string;
  @Column('simple-json') rule!: ReleaseRule;
  /** The cohort's first day and zone, written with them. */
  @Column('text', { name: 'starts_on', nullable: true }) startsOn!: string | null;
  @Column('text', { name: 'time_zone' }) timeZone!: string;
}
