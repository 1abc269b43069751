import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AnalysedItem, AnalysedTest } from './analysed.js';

/** What the attempts at an assessment showed when it was last computed, under one filter. */
@Entity('statistics_analysis')
export class AnalysisRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text', { name: 'course_id' }) courseId!: string;
  @Column('text', { name: 'assessment_id' }) assessmentId!: string;
  /** Canonical JSON; empty: nothing was narrowed. */
  @Column('text') filter!: string;
  @Column('text') title!: string;
  @Column('text', { name: 'computed_at' }) computedAt!: string;
  @Column('integer') attempts!: number;
  @Column('text', { name: 'last_at', nullable: true }) lastAt!: string | null;
  /** What scores rest on besides attempts: corrections of items, and how many answers wait for a person. */
  @Column('text') basis!: string;
  @Column('simple-json') test!: AnalysedTest;
}

/** One item of an analysis. `place`: 0, 1, 2, … with what needs a look first. */
@Entity('statistics_item')
export class AnalysedItemRow {
  @PrimaryColumn('text', { name: 'analysis_id' }) analysisId!: string;
  @PrimaryColumn('text', { name: 'item_id' }) itemId!: string;
  @Column('integer') place!: number;
  /** 3 serious, 2 warning, 1 note, 0 nothing. */
  @Column('integer') rank!: number;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  /** Of an analysis that nothing narrows: then the item is told on the instructor's home. */
  @Column('boolean') whole!: boolean;
  /** Who looked at it and let it be; null: nobody, or something else was found since. */
  @Column('text', { name: 'dismissal_id', nullable: true }) dismissalId!: string | null;
  @Column('simple-json') data!: AnalysedItem;
}

/** Somebody looked at a flagged item and let it be, for a reason. Kept when it is flagged again. */
@Entity('statistics_dismissal')
export class DismissalRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text', { name: 'course_id' }) courseId!: string;
  @Column('text', { name: 'item_id' }) itemId!: string;
  /** What was found then: anything else, or anything graver, flags the item again. */
  @Column('simple-json') codes!: string[];
  @Column('integer') rank!: number;
  @Column('text') reason!: string;
  @Column('text', { name: 'account_id' }) accountId!: string;
  @Column('text') at!: string;
  /** When somebody flagged it again; null: it holds. */
  @Column('text', { name: 'reopened_at', nullable: true }) reopenedAt!: string | null;
}

export const statisticsEntities = [AnalysisRow, AnalysedItemRow, DismissalRow];
