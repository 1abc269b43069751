import type { CompletionRule } from '@preceptor/tracking';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a cohort asks for; none: what its course's own rules do. */
@Entity('completion_rule')
export class CompletionRuleRow {
  @PrimaryColumn('text', { name: 'cohort_id' }) cohortId!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('simple-json') rule!: CompletionRule;
  @Column('integer') revision!: number;
  @Column('text', { name: 'saved_at' }) savedAt!: string;
  @Column('text', { name: 'saved_by' }) savedBy!: string;
}

export const completionEntities = [CompletionRuleRow];
