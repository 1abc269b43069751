import type { Break, Conditions, Correction, Form, GivenMarks, ItemResponse, Score } from '@preceptor/assessment';
import type { AnswerScore, TrackingEvent } from '@preceptor/tracking';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ReleaseRow } from './release/release.entity.js';

@Entity('enrolment')
export class EnrolmentRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text', { name: 'account_id' }) accountId!: string;
  @Column('text', { name: 'course_version_id' }) courseVersionId!: string;
  @Column('text', { name: 'cohort_id', nullable: true }) cohortId!: string | null;
  @Column('text', { name: 'enrolled_at' }) enrolledAt!: string;
  /** Calendar day, YYYY-MM-DD; null: no date. */
  @Column('text', { name: 'due_on', nullable: true }) dueOn!: string | null;
  /** Which of its cohort's courses it is for, from 0. */
  @Column('integer', { name: 'course_position' }) coursePosition!: number;
  /** The enrolment that is completed first; null: this one is open. */
  @Column('text', { name: 'waits_for', nullable: true }) waitsFor!: string | null;
  /** A group of its cohort. */
  @Column('text', { name: 'group_id', nullable: true }) groupId!: string | null;
  /** Since when its learner has no place any more: progress is kept, nothing more is recorded. */
  @Column('text', { name: 'withdrawn_at', nullable: true }) withdrawnAt!: string | null;
  /** The first enrolment with whose progress this one began; null: it began with none. */
  @Column('text', { name: 'copied_from', nullable: true }) copiedFrom!: string | null;
}

/** What an enrolment's events amount to, for lists and reports. One row an enrolment, made with it. */
@Entity('learning_progress')
export class ProgressRow {
  @PrimaryColumn('text', { name: 'enrolment_id' }) enrolmentId!: string;
  /** The enrolment's, written with it. */
  @Column('text', { name: 'course_version_id' }) courseVersionId!: string;
  /** How many events are recorded: also the version by which a copy in memory is known to be fresh. */
  @Column('integer') events!: number;
  /** TrackingState of the first `snapshotEvents` events; the rest is applied when it is read. */
  @Column('text') snapshot!: string;
  @Column('integer', { name: 'snapshot_events' }) snapshotEvents!: number;
  @Column('text') completion!: 'not-started' | 'incomplete' | 'completed';
  @Column('text') success!: 'unknown' | 'passed' | 'failed';
  /** 0..1 of what completion asks for. */
  @Column('double precision') fraction!: number;
  /** Scaled, 0..1; null before the first attempt that decides success. */
  @Column('double precision', { nullable: true }) score!: number | null;
  @Column('double precision') seconds!: number;
  @Column('simple-json', { name: 'completed_lessons' }) completedLessons!: string[];
  @Column('text', { name: 'first_at', nullable: true }) firstAt!: string | null;
  @Column('text', { name: 'last_at', nullable: true }) lastAt!: string | null;
}

@Entity('learning_event')
export class EventRow {
  @PrimaryColumn('text', { name: 'enrolment_id' }) enrolmentId!: string;
  /** Made by the client: the same event sent again is known by it. */
  @PrimaryColumn('text') id!: string;
  /** 1, 2, 3, … in the order of recording, within the enrolment. */
  @Column('integer') ordinal!: number;
  @Column('text') type!: TrackingEvent['type'];
  /** By the client's clock. */
  @Column('text') at!: string;
  /** By the server's. */
  @Column('text', { name: 'recorded_at' }) recordedAt!: string;
  @Column('simple-json') data!: TrackingEvent;
}

@Entity('learning_attempt')
export class AttemptRow {
  @PrimaryColumn('text', { name: 'enrolment_id' }) enrolmentId!: string;
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'course_version_id' }) courseVersionId!: string;
  @Column('text', { name: 'assessment_id' }) assessmentId!: string;
  /** 1, 2, 3, … of the assessment. */
  @Column('integer') number!: number;
  @Column('simple-json') form!: Form;
  @Column('text', { name: 'started_at' }) startedAt!: string;
  /** When it ends by what was in force when that last changed; null: no limit. `attempt-clock` reckons with a break under way. */
  @Column('text', { name: 'closes_at', nullable: true }) closesAt!: string | null;
  @Column('text', { name: 'submitted_at', nullable: true }) submittedAt!: string | null;
  @Column('double precision', { nullable: true }) raw!: number | null;
  @Column('double precision', { nullable: true }) max!: number | null;
  @Column('double precision', { nullable: true }) scaled!: number | null;
  @Column('boolean', { nullable: true }) passed!: boolean | null;
  @Column('boolean') pending!: boolean;
  /** What was in force when it began, or was put in force since; null: begun before rules were kept. */
  @Column('simple-json', { nullable: true }) conditions?: Conditions | null;
  /** The device that holds the attempt: answers from any other are refused; null: whoever answers. */
  @Column('text', { nullable: true }) device?: string | null;
  @Column('simple-json', { nullable: true }) breaks?: Break[] | null;
  /** Made in another enrolment, with whose progress this one began: figures leave it out. */
  @Column('boolean', { default: false }) copied?: boolean;
}

/** The answer to one item that counts: in an attempt the last before submitting (the first where feedback is immediate), to a check the first. */
@Entity('learning_response')
export class ResponseRow {
  @PrimaryColumn('text', { name: 'enrolment_id' }) enrolmentId!: string;
  /** Empty for a check in a lesson. */
  @PrimaryColumn('text', { name: 'attempt_id' }) attemptId!: string;
  @PrimaryColumn('text', { name: 'item_id' }) itemId!: string;
  @Column('text', { name: 'course_version_id' }) courseVersionId!: string;
  /** null: the item was in the form and was not answered. */
  @Column('simple-json', { nullable: true }) response!: ItemResponse | null;
  @Column('double precision') raw!: number;
  @Column('double precision') max!: number;
  @Column('double precision') scaled!: number;
  @Column('text') outcome!: Score['outcome'];
  @Column('text', { name: 'answered_at' }) answeredAt!: string;
  /** What the server's rules earned it by the published key, where something else counts; null: that is what counts. */
  @Column('simple-json', { nullable: true }) machine?: AnswerScore | null;
  /** What people judged; null: nobody has. */
  @Column('simple-json', { nullable: true }) given?: GivenMarks | null;
  /** What was done about the item and holds for this answer; null: nothing. */
  @Column('simple-json', { nullable: true }) correction?: Correction | null;
  /** As its attempt's. */
  @Column('boolean', { default: false }) copied?: boolean;
}

/** What was done about an item of a version: holds for attempts that are submitted from now on too. */
@Entity('learning_correction')
export class CorrectionRow {
  @PrimaryColumn('text', { name: 'course_version_id' }) courseVersionId!: string;
  @PrimaryColumn('text', { name: 'item_id' }) itemId!: string;
  @Column('simple-json') correction!: Correction;
  @Column('text', { name: 'set_at' }) setAt!: string;
}

/** A file that answers an item. Its bytes lie under the data folder by their hash. */
@Entity('learning_upload')
export class UploadRow {
  /** Made by the client: the same file sent again is known by it. */
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'enrolment_id' }) enrolmentId!: string;
  @Column('text', { name: 'item_id' }) itemId!: string;
  /** What the learner's device calls it. */
  @Column('text') name!: string;
  /** As its bytes show. */
  @Column('text', { name: 'media_type' }) mediaType!: string;
  @Column('integer') bytes!: number;
  @Column('text') sha256!: string;
  @Column('text', { name: 'uploaded_at' }) uploadedAt!: string;
  /** An answer names it, so that it stays as long as the enrolment. */
  @Column('boolean') settled!: boolean;
}

/** One row: by which secret ids are made that tell learners nothing. Whoever changes it takes away what is open from those who answer it. */
@Entity('learning_masking')
export class MaskingRow {
  @PrimaryColumn('integer') id!: number;
  /** Hexadecimal. */
  @Column('text') secret!: string;
}

export const learningEntities = [ReleaseRow, UploadRow, MaskingRow, EnrolmentRow, ProgressRow, EventRow, AttemptRow, ResponseRow, CorrectionRow];
