import type { AttendanceMark } from '@preceptor/tracking';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SealedColumn } from '../platform/sealing.js';

@Entity('live_session')
export class LiveSessionRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text', { name: 'cohort_id' }) cohortId!: string;
  @Column('text') title!: string;
  @Column('text') description!: string;
  /** ISO 8601 in UTC; `timeZone` (IANA) is where its clock hangs. */
  @Column('text', { name: 'starts_at' }) startsAt!: string;
  @Column('text', { name: 'ends_at' }) endsAt!: string;
  @Column('text', { name: 'time_zone' }) timeZone!: string;
  /** http or https; null: it is at a place. */
  @Column('text', { nullable: true }) link!: string | null;
  @Column('text', { nullable: true }) place!: string | null;
  /** A unit of the cohort's course, by its id; null: of none. */
  @Column('text', { name: 'unit_id', nullable: true }) unitId!: string | null;
  /** Ids of accounts. */
  @Column('simple-json') facilitators!: string[];
  /** Toward completion. */
  @Column('boolean') counts!: boolean;
  @Column('boolean') cancelled!: boolean;
  @Column('text', { name: 'cancel_reason', nullable: true }) cancelReason!: string | null;
  /** From 1; also what calendars know a change by (SEQUENCE). */
  @Column('integer') revision!: number;
  /** From which the codes are made that the screen shows. */
  @Column('text', { name: 'code_secret' }) codeSecret!: string;
  @Column('text', { name: 'created_at' }) createdAt!: string;
  @Column('text', { name: 'changed_at' }) changedAt!: string;
}

/** Whether somebody was there. By account: whoever takes several courses of a cohort attends once. */
@Entity('live_attendance')
export class AttendanceRow {
  @PrimaryColumn('text', { name: 'session_id' }) sessionId!: string;
  @PrimaryColumn('text', { name: 'account_id' }) accountId!: string;
  @Column('text') mark!: AttendanceMark;
  @Column('integer', { nullable: true }) minutes!: number | null;
  @Column('text') how!: 'ROLL' | 'CODE' | 'FILE';
  @Column('text') at!: string;
  /** Who set it; her own id where she entered the code. */
  @Column('text', { name: 'set_by' }) setBy!: string;
}

/** What was changed of a session, or of somebody's attendance of it. */
@Entity('live_change')
export class LiveChangeRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text', { name: 'session_id' }) sessionId!: string;
  /** Whose attendance; null: the session's own. */
  @Column('text', { name: 'account_id', nullable: true }) accountId!: string | null;
  /** In words, for the history. */
  @Column('text') says!: string;
  @Column('text') at!: string;
  @Column('text', { name: 'set_by' }) setBy!: string;
}

/** The address by which a calendar reads what somebody has on. */
@Entity('live_calendar')
export class CalendarRow {
  @PrimaryColumn('text', { name: 'organisation_id' }) organisationId!: string;
  @PrimaryColumn('text', { name: 'account_id' }) accountId!: string;
  /** The secret in it, sealed: its owner must be able to see it again. */
  @Column('text') secret!: string;
  @Column('text', { name: 'secret_hash' }) secretHash!: string;
  @Column('text', { name: 'made_at' }) madeAt!: string;
}

export const liveSessionsEntities = [LiveSessionRow, AttendanceRow, LiveChangeRow, CalendarRow];
export const sealedSecret: SealedColumn = { table: 'live_calendar', column: 'secret' };
