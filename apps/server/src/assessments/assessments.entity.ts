import type { Blueprint, FormWish } from '@preceptor/assessment/forms';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An assessment as it is planned: what it is for, what its forms must be, and what its forms are. Learners take what was published of it. */
@Entity('assessments_plan')
export class PlanRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text', { name: 'course_id' }) courseId!: string;
  /** The unit whose assessment it becomes. */
  @Column('text') unit!: string;
  /** The assessment's id within the course: that of the unit's assessment so far, where it had one. */
  @Column('text') name!: string;
  @Column('text') title!: string;
  /** Plain text, a paragraph a line. */
  @Column('text') intro!: string;
  @Column('text') purpose!: 'quiz' | 'final' | 'pre-test' | 'self-assessment';
  /** 0..1; null: nothing to pass. */
  @Column('double precision', { name: 'pass_mark', nullable: true }) passMark!: number | null;
  /** The panel that set the pass mark; null: somebody did by hand. */
  @Column('text', { name: 'pass_mark_panel', nullable: true }) passMarkPanel!: string | null;
  @Column('integer', { name: 'max_attempts', nullable: true }) maxAttempts!: number | null;
  @Column('integer', { name: 'time_limit_seconds', nullable: true }) timeLimitSeconds!: number | null;
  @Column('text') feedback!: 'immediate' | 'after-submit' | 'never';
  @Column('text') navigation!: 'free' | 'linear';
  /** Whether the course is completed, and passed, by it. */
  @Column('boolean') required!: boolean;
  /** Banks that it draws from; empty: all of the course. */
  @Column('simple-json') banks!: string[];
  @Column('simple-json') blueprint!: Blueprint;
  @Column('simple-json') wish!: FormWish;
  /** Counts every change but those of its forms. */
  @Column('integer') revision!: number;
  /** Counts every change of its forms. */
  @Column('integer', { name: 'forms_revision' }) formsRevision!: number;
  /** The forms before their last change; null: there is nothing to take back. */
  @Column('simple-json', { name: 'forms_before', nullable: true }) formsBefore!: StoredForm[] | null;
  @Column('text', { name: 'created_at' }) createdAt!: string;
  @Column('text', { name: 'updated_at' }) updatedAt!: string;
  @Column('text', { name: 'updated_by' }) updatedBy!: string;
}

/** `id`: of the item in its bank. `locked`: it stays where forms are built anew. */
export interface PlacedItem { id: string; locked: boolean }
export interface StoredForm { id: string; sections: { id: string; items: PlacedItem[] }[] }

/** An item in a form. */
@Entity('assessments_form_item')
export class FormItemRow {
  @PrimaryColumn('text', { name: 'plan_id' }) planId!: string;
  @PrimaryColumn('text') form!: string;
  @PrimaryColumn('integer') place!: number;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text') section!: string;
  @Column('text', { name: 'item_id' }) itemId!: string;
  @Column('boolean') locked!: boolean;
}

export interface BuildTold {
  reason: string | null;
  /** demands that can't be met together */
  conflict: string[];
  nearest: { blueprint: Blueprint; wish: FormWish; changes: string[] } | null;
}
/** The last time that forms were built of a plan. */
@Entity('assessments_build')
export class BuildRow {
  @PrimaryColumn('text', { name: 'plan_id' }) planId!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  /** Which building it is: what an earlier one finds no longer counts. */
  @Column('text', { name: 'build_id' }) buildId!: string;
  @Column('text') state!: 'running' | 'solved' | 'impossible' | 'out-of-time' | 'failed';
  /** The plan's revision that it was made of. */
  @Column('integer') revision!: number;
  @Column('text', { name: 'started_at' }) startedAt!: string;
  /** When it has ended for sure, even if its server died. */
  @Column('text', { name: 'until_at' }) untilAt!: string;
  @Column('double precision', { nullable: true }) seconds!: number | null;
  /** No better forms were left untried. */
  @Column('boolean') settled!: boolean;
  @Column('simple-json') told!: BuildTold;
}

/** A panel that sets a pass mark by Angoff's method, in rounds. */
@Entity('assessments_panel')
export class PanelRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text', { name: 'plan_id' }) planId!: string;
  @Column('integer') round!: number;
  @Column('boolean') open!: boolean;
  @Column('text', { name: 'opened_at' }) openedAt!: string;
  @Column('text', { name: 'opened_by' }) openedBy!: string;
}

/** An item as a panel rates it: as it was when the panel was opened. */
@Entity('assessments_panel_item')
export class PanelItemRow {
  @PrimaryColumn('text', { name: 'panel_id' }) panelId!: string;
  @PrimaryColumn('integer') place!: number;
  @Column('text', { name: 'item_id' }) itemId!: string;
  @Column('text') name!: string;
  @Column('double precision') points!: number;
  /** The compiled item; read only by its own query. */
  @Column('text', { select: false }) item!: string;
}

@Entity('assessments_panelist')
export class PanelistRow {
  @PrimaryColumn('text', { name: 'panel_id' }) panelId!: string;
  @PrimaryColumn('text', { name: 'account_id' }) accountId!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text', { name: 'invited_at' }) invitedAt!: string;
}

/** How many of a hundred learners who are just good enough get an item right, as a panelist judges. */
@Entity('assessments_rating')
export class RatingRow {
  @PrimaryColumn('text', { name: 'panel_id' }) panelId!: string;
  @PrimaryColumn('integer') round!: number;
  @PrimaryColumn('text', { name: 'account_id' }) accountId!: string;
  @PrimaryColumn('text', { name: 'item_id' }) itemId!: string;
  @Column('integer') percent!: number;
  @Column('text') at!: string;
}

/** What was published of a plan, and when. */
@Entity('assessments_publication')
export class PublicationRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text', { name: 'plan_id' }) planId!: string;
  @Column('text', { name: 'course_version_id' }) courseVersionId!: string;
  /** Of the plan and of its forms. */
  @Column('integer') revision!: number;
  @Column('integer', { name: 'forms_revision' }) formsRevision!: number;
  @Column('text', { name: 'account_id' }) accountId!: string;
  @Column('text') at!: string;
}

export const assessmentsEntities = [PlanRow, FormItemRow, BuildRow, PanelRow, PanelItemRow, PanelistRow, RatingRow, PublicationRow];
