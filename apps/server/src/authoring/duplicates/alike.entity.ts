import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Two items whose words are alike, as the last comparison found; `firstId` < `secondId`. Ids of items that are gone are skipped when read. */
@Entity('authoring_alike')
export class AlikeRow {
  @PrimaryColumn('text', { name: 'first_id' }) firstId!: string;
  @PrimaryColumn('text', { name: 'second_id' }) secondId!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  /** Jaccard index of their three-letter runs, 0..1. */
  @Column('double precision') likeness!: number;
}

/** That two items are no duplicates, as somebody said; it outlives comparisons. */
@Entity('authoring_unlike')
export class UnlikeRow {
  @PrimaryColumn('text', { name: 'first_id' }) firstId!: string;
  @PrimaryColumn('text', { name: 'second_id' }) secondId!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text', { name: 'account_id' }) accountId!: string;
  @Column('text') at!: string;
}

/** The last comparison of an organisation's items. */
@Entity('authoring_comparison')
export class ComparisonRow {
  @PrimaryColumn('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text') at!: string;
  @Column('integer') items!: number;
  @Column('integer') milliseconds!: number;
}

export const alikeEntities = [AlikeRow, UnlikeRow, ComparisonRow];
