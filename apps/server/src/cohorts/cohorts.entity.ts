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
  /** Grows with each change, so that nobody saves over what they haven't seen. */
  @Column('integer') revision!: number;
  /** Most learners at once; null: no limit. */
  @Column('integer', { nullable: true }) capacity!: number | null;
  /** What it costs, in words; nothing is charged. */
  @Column('text', { nullable: true }) price!: string | null;
  /** Where the organisation has its discussion. */
  @Column('text', { name: 'discussion_url', nullable: true }) discussionUrl!: string | null;
  /** Since when it is read only; null: it is not. */
  @Column('text', { name: 'archived_at', nullable: true }) archivedAt!: string | null;
  /** Who gets a place that frees: the first in line, or whom staff choose. */
  @Column('text') fills!: 'FIRST' | 'STAFF';
}

/** Somebody who waits for a place: in the order of the ids. */
@Entity('cohort_waiting')
export class WaitingRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text', { name: 'cohort_id' }) cohortId!: string;
  @Column('text', { name: 'account_id' }) accountId!: string;
  /** Her own due day, once she has a place; null: the cohort's last day. */
  @Column('text', { name: 'due_on', nullable: true }) dueOn!: string | null;
  @Column('text', { name: 'joined_at' }) joinedAt!: string;
}

/** Staff who lead a cohort. */
@Entity('cohort_facilitator')
export class FacilitatorRow {
  @PrimaryColumn('text', { name: 'cohort_id' }) cohortId!: string;
  @PrimaryColumn('text', { name: 'account_id' }) accountId!: string;
}

/** A group within a cohort; who is in it stands in the enrolment. */
@Entity('cohort_group')
export class GroupRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text', { name: 'cohort_id' }) cohortId!: string;
  @Column('text') name!: string;
}

/** Staff who lead a group. */
@Entity('cohort_group_facilitator')
export class GroupFacilitatorRow {
  @PrimaryColumn('text', { name: 'group_id' }) groupId!: string;
  @PrimaryColumn('text', { name: 'account_id' }) accountId!: string;
}

/** One setting that a change made other: both sides as words, so that they can be read when what they name is gone. */
export interface SettingChange { field: string; before: string | null; after: string | null }

/** What made a cohort's revision: never changed, never removed. */
@Entity('cohort_change')
export class CohortChangeRow {
  @PrimaryColumn('text', { name: 'cohort_id' }) cohortId!: string;
  /** The revision that the change led to. */
  @PrimaryColumn('integer') revision!: number;
  @Column('text') at!: string;
  /** Who did it; empty: the server. */
  @Column('text', { name: 'account_id' }) accountId!: string;
  @Column('simple-json') changes!: SettingChange[];
}

/** By when everybody of a cohort has done a part of a course: `unit:ID` or `assessment:ID`. */
@Entity('cohort_deadline')
export class DeadlineRow {
  @PrimaryColumn('text', { name: 'cohort_id' }) cohortId!: string;
  @PrimaryColumn('text', { name: 'course_id' }) courseId!: string;
  @PrimaryColumn('text') part!: string;
  @Column('text', { name: 'due_on' }) dueOn!: string;
}

/** Another day that somebody gave one person; of several for a part the newest holds. `part` is empty for the course itself. */
@Entity('cohort_extension')
export class ExtensionRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text', { name: 'enrolment_id' }) enrolmentId!: string;
  /** The cohort that she was in: in another it doesn't hold. */
  @Column('text', { name: 'cohort_id', nullable: true }) cohortId!: string | null;
  @Column('text') part!: string;
  @Column('text', { nullable: true }) before!: string | null;
  @Column('text', { name: 'due_on' }) dueOn!: string;
  @Column('text') reason!: string;
  @Column('text', { name: 'account_id' }) accountId!: string;
  @Column('text') at!: string;
}

export const cohortEntities = [DeadlineRow, ExtensionRow, CohortRow, WaitingRow, FacilitatorRow, CohortChangeRow, GroupRow, GroupFacilitatorRow];
