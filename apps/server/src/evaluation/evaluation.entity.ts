import type { EvaluationAnswers, EvaluationKind, EvaluationQuestion } from '@preceptor/tracking';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a cohort is asked after its sessions, or at the end. */
@Entity('evaluation_form')
export class EvaluationFormRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text', { name: 'cohort_id' }) cohortId!: string;
  @Column('text') kind!: EvaluationKind;
  @Column('text') title!: string;
  @Column('simple-json') questions!: EvaluationQuestion[];
  @Column('boolean') open!: boolean;
  @Column('integer') revision!: number;
}

/**
 * What was answered, without who and when. All answers to one form about one session lie in one row, in an order that
 * is drawn anew with each, so that neither ids nor the order of rows tell whose is which.
 */
@Entity('evaluation_box')
export class EvaluationBoxRow {
  @PrimaryColumn('text', { name: 'form_id' }) formId!: string;
  /** Empty: the course. */
  @PrimaryColumn('text', { name: 'session_id' }) sessionId!: string;
  @Column('simple-json') shown!: EvaluationAnswers[];
  /** Wait until there are enough of them. */
  @Column('simple-json') held!: EvaluationAnswers[];
}

/** That somebody has answered; not what. */
@Entity('evaluation_filled')
export class EvaluationFilledRow {
  @PrimaryColumn('text', { name: 'form_id' }) formId!: string;
  @PrimaryColumn('text', { name: 'session_id' }) sessionId!: string;
  @PrimaryColumn('text', { name: 'account_id' }) accountId!: string;
  /** YYYY-MM-DD in UTC, and no more. */
  @Column('text') day!: string;
}

export const evaluationEntities = [EvaluationFormRow, EvaluationBoxRow, EvaluationFilledRow];
