import type { Correction, GivenMarks } from '@preceptor/assessment';
import type { Success } from '@preceptor/tracking';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AttemptTotal } from '../learning/decide-scoring.js';

/** How the answers of one assessment are graded. */
@Entity('grading_settings')
export class GradingSettingsRow {
  @PrimaryColumn('text', { name: 'organisation_id' }) organisationId!: string;
  @PrimaryColumn('text', { name: 'course_id' }) courseId!: string;
  @PrimaryColumn('text', { name: 'assessment_id' }) assessmentId!: string;
  @Column('boolean') anonymous!: boolean;
  /** 0: one grader; 1: every answer has a second one; n: every n-th. */
  @Column('integer', { name: 'double_every' }) doubleEvery!: number;
  /** Largest difference of two graders' points, as a share of all points, whose mean still counts. */
  @Column('double precision', { name: 'largest_difference' }) largestDifference!: number;
  @Column('text', { name: 'updated_by' }) updatedBy!: string;
  @Column('text', { name: 'updated_at' }) updatedAt!: string;
}

export type TaskState = 'WAITING' | 'SECOND' | 'MODERATION' | 'DONE' | 'VOID';

/** One answer that people grade: who does it, how far it is, what counts. */
@Entity('grading_task')
export class TaskRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text', { name: 'course_id' }) courseId!: string;
  @Column('text', { name: 'course_version_id' }) courseVersionId!: string;
  @Column('text', { name: 'assessment_id' }) assessmentId!: string;
  @Column('text', { name: 'item_id' }) itemId!: string;
  @Column('text', { name: 'enrolment_id' }) enrolmentId!: string;
  @Column('text', { name: 'attempt_id' }) attemptId!: string;
  @Column('text', { name: 'account_id' }) accountId!: string;
  @Column('text', { name: 'submitted_at' }) submittedAt!: string;
  /** VOID: the item was dropped or gave full marks, so that there is nothing to grade. */
  @Column('text') state!: TaskState;
  /** Whether a second grader is asked; decided at the first mark. */
  @Column('boolean', { name: 'is_double' }) double!: boolean;
  @Column('text', { name: 'first_by', nullable: true }) firstBy!: string | null;
  @Column('text', { name: 'second_by', nullable: true }) secondBy!: string | null;
  @Column('text', { name: 'moderated_by', nullable: true }) moderatedBy!: string | null;
  /** Who is at it, and until when it is kept for her. */
  @Column('text', { name: 'claimed_by', nullable: true }) claimedBy!: string | null;
  @Column('text', { name: 'claimed_until', nullable: true }) claimedUntil!: string | null;
  /** What counts; null: nothing yet. */
  @Column('simple-json', { nullable: true }) final!: GivenMarks | null;
  /** The event by which `final` reaches the learner's record, and whether it has. */
  @Column('text', { name: 'event_id', nullable: true }) eventId!: string | null;
  @Column('boolean') applied!: boolean;
  /** Counts changes, so that two graders' never cross. */
  @Column('integer') revision!: number;
}

export type MarkTurn = 'FIRST' | 'SECOND' | 'MODERATION';

/** One judgement of one answer, kept for ever; one that was taken back says when. */
@Entity('grading_mark')
export class MarkRow {
  /** Made by the client. */
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text', { name: 'task_id' }) taskId!: string;
  @Column('text') turn!: MarkTurn;
  @Column('simple-json') levels!: Record<string, number>;
  @Column('text') comment!: string;
  @Column('double precision') raw!: number;
  @Column('double precision') max!: number;
  @Column('text', { name: 'grader_id' }) graderId!: string;
  @Column('text') at!: string;
  @Column('text', { name: 'withdrawn_at', nullable: true }) withdrawnAt!: string | null;
}

/** A text that is written to learners again and again. */
@Entity('grading_snippet')
export class SnippetRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text', { name: 'account_id' }) accountId!: string;
  /** All graders of the organisation have it. */
  @Column('boolean') shared!: boolean;
  @Column('text') text!: string;
  @Column('text', { name: 'created_at' }) createdAt!: string;
}

export type RegradeState = 'PREVIEW' | 'RUNNING' | 'DONE';

/** What was done about an item: what, why, by whom. */
@Entity('grading_regrade')
export class RegradeRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text', { name: 'course_id' }) courseId!: string;
  @Column('text', { name: 'item_id' }) itemId!: string;
  @Column('simple-json', { name: 'version_ids' }) versionIds!: string[];
  /** null: what was done before is taken back. */
  @Column('simple-json', { nullable: true }) correction!: Correction | null;
  /** What held before, by version; a version without any is left out. */
  @Column('simple-json') previous!: Record<string, Correction>;
  @Column('text') state!: RegradeState;
  /** Of all that the preview rests on: another one now refuses the regrade. */
  @Column('text') fingerprint!: string;
  @Column('text') reason!: string;
  @Column('text', { name: 'account_id' }) accountId!: string;
  @Column('text', { name: 'asked_at' }) askedAt!: string;
  @Column('text', { name: 'begun_at', nullable: true }) begunAt!: string | null;
  @Column('text', { name: 'done_at', nullable: true }) doneAt!: string | null;
  @Column('integer') attempts!: number;
  @Column('integer', { name: 'scores_changed' }) scoresChanged!: number;
  @Column('integer', { name: 'passes_lost' }) passesLost!: number;
  @Column('integer', { name: 'passes_won' }) passesWon!: number;
}

/** What a regrade does to one attempt: old and new, kept. */
@Entity('grading_regrade_attempt')
export class RegradeAttemptRow {
  @PrimaryColumn('text', { name: 'regrade_id' }) regradeId!: string;
  @PrimaryColumn('text', { name: 'attempt_id' }) attemptId!: string;
  @Column('text', { name: 'enrolment_id' }) enrolmentId!: string;
  @Column('text', { name: 'account_id' }) accountId!: string;
  @Column('text', { name: 'cohort_id', nullable: true }) cohortId!: string | null;
  @Column('simple-json') before!: AttemptTotal;
  @Column('simple-json') after!: AttemptTotal;
  @Column('text', { name: 'success_before' }) successBefore!: Success;
  @Column('text', { name: 'success_after' }) successAfter!: Success;
  /** 0: the attempt's pass is lost; 1: won; 2: another score; 3: nothing changes. */
  @Column('integer') rank!: number;
  /** The event that rescores the attempt. */
  @Column('text', { name: 'event_id' }) eventId!: string;
  @Column('text', { name: 'applied_at', nullable: true }) appliedAt!: string | null;
}

/** A learner whose success in the course a regrade turned: a coordinator looks at it, nothing is revoked by itself. */
@Entity('grading_stake')
export class StakeRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text', { name: 'regrade_id' }) regradeId!: string;
  @Column('text', { name: 'enrolment_id' }) enrolmentId!: string;
  @Column('text', { name: 'account_id' }) accountId!: string;
  @Column('text', { name: 'cohort_id', nullable: true }) cohortId!: string | null;
  @Column('text') turned!: 'LOST' | 'WON';
  @Column('text') at!: string;
  @Column('text', { name: 'acknowledged_at', nullable: true }) acknowledgedAt!: string | null;
  @Column('text', { name: 'acknowledged_by', nullable: true }) acknowledgedBy!: string | null;
  @Column('text', { nullable: true }) note!: string | null;
}

export const gradingEntities = [GradingSettingsRow, TaskRow, MarkRow, SnippetRow, RegradeRow, RegradeAttemptRow, StakeRow];
