import type { GradebookCategory, GradebookSettings } from '@preceptor/tracking';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How a cohort's marks make a grade. No row: nobody has set anything. */
@Entity('gradebook_settings')
export class GradebookSettingsRow {
  @PrimaryColumn('text', { name: 'cohort_id' }) cohortId!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('simple-json') categories!: GradebookCategory[];
  /** column -> category; null: counted nowhere */
  @Column('simple-json') columns!: GradebookSettings['columns'];
  @Column('text') unmarked!: GradebookSettings['unmarked'];
  /** 1, 2, 3, …; 0 in a row that is being made. */
  @Column('integer') revision!: number;
  @Column('text', { name: 'saved_by' }) savedBy!: string;
  @Column('text', { name: 'saved_at' }) savedAt!: string;
}

/** What staff may put in the place of a mark; `none`: what was put there was taken back. */
export const overrideStates = ['marked', 'excused', 'incomplete', 'none'] as const;
export type OverrideState = (typeof overrideStates)[number];
/** `value` 0..1 where it is marked. */
export interface Override { state: Exclude<OverrideState, 'none'>; value: number | null; reason: string }

/** What stands in the place of one mark. The row stays when it is taken back, and with it the revision. */
@Entity('gradebook_mark')
export class GradebookMarkRow {
  @PrimaryColumn('text', { name: 'enrolment_id' }) enrolmentId!: string;
  @PrimaryColumn('text', { name: 'column_id' }) columnId!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text') state!: OverrideState;
  @Column('double precision', { nullable: true }) value!: number | null;
  @Column('text') reason!: string;
  @Column('integer') revision!: number;
  @Column('text', { name: 'saved_by' }) savedBy!: string;
  @Column('text', { name: 'saved_at' }) savedAt!: string;
}

/** One change of one mark: never changed, never removed. */
@Entity('gradebook_change')
export class GradebookChangeRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text', { name: 'enrolment_id' }) enrolmentId!: string;
  @Column('text', { name: 'column_id' }) columnId!: string;
  /** null: what the system itself has counted. */
  @Column('simple-json', { nullable: true }) before!: Override | null;
  @Column('simple-json', { nullable: true }) after!: Override | null;
  @Column('text') reason!: string;
  /** The change that this one took back. */
  @Column('text', { nullable: true }) undoes!: string | null;
  @Column('text', { name: 'account_id' }) accountId!: string;
  @Column('text') at!: string;
}

export const gradebookEntities = [GradebookSettingsRow, GradebookMarkRow, GradebookChangeRow];
