import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One change that matters. Rows are only added; `label`, `before`, `after` and `salt` can be taken out, and `withheld` says by which later row. */
@Entity('audit_entry')
export class AuditEntryRow {
  @PrimaryColumn('text', { name: 'organisation_id' }) organisationId!: string;
  /** 1, 2, 3, … within the organisation, without a gap. */
  @PrimaryColumn('integer') sequence!: number;
  @Column('text') at!: string;
  /** account, key or system. */
  @Column('text', { name: 'actor_kind' }) actorKind!: string;
  /** Empty: the server itself. */
  @Column('text', { name: 'account_id' }) accountId!: string;
  /** Such as `roles.changed`. */
  @Column('text') action!: string;
  @Column('text', { name: 'subject_type' }) subjectType!: string;
  @Column('text', { name: 'subject_id' }) subjectId!: string;
  @Column('text', { nullable: true }) label!: string | null;
  /** Canonical JSON; null: there was nothing, or it is withheld. */
  @Column('text', { nullable: true }) before!: string | null;
  @Column('text', { nullable: true }) after!: string | null;
  /** Hex; null: the details are withheld. */
  @Column('text', { nullable: true }) salt!: string | null;
  /** The row that says why the details are gone; null: they are here. */
  @Column('integer', { nullable: true }) withheld!: number | null;
  @Column('text', { name: 'details_hash' }) detailsHash!: string;
  @Column('text') hash!: string;
}

/** Where an organisation's chain ends. Whoever adds to it holds this row until the transaction is over. */
@Entity('audit_head')
export class AuditHeadRow {
  @PrimaryColumn('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('integer') sequence!: number;
  /** Of the last row; empty: there is none. */
  @Column('text') hash!: string;
  /** The last row that retention removed, and its hash, from which the chain goes on; 0 and empty: none. */
  @Column('integer', { name: 'removed_to' }) removedTo!: number;
  @Column('text', { name: 'removed_hash' }) removedHash!: string;
}

export const auditEntities = [AuditEntryRow, AuditHeadRow];
