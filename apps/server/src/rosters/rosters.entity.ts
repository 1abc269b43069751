import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SealedColumn } from '../platform/sealing.js';
import type { Mapping, RosterColumn } from './mapping/columns.js';
import type { DayOrder } from './mapping/days.js';
import type { Change, Outcome } from './placing/plan.js';
import type { RosterFormat } from './reading/read-roster.js';

export const importStates = ['READ', 'RUNNING', 'DONE'] as const;
export type RosterState = (typeof importStates)[number];
export type RosterCounts = Record<Outcome, number>;
export const noCounts: RosterCounts = { NEW: 0, ENROLLED: 0, WAITING: 0, CHANGED: 0, NOTHING: 0, REFUSED: 0 };

/** A roster that came in: read and looked at, then run. */
@Entity('roster_import')
export class RosterImportRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text', { name: 'account_id' }) accountId!: string;
  /** The cohort for rows that name none; null: those get no place. */
  @Column('text', { name: 'cohort_id', nullable: true }) cohortId!: string | null;
  /** What the file was called. */
  @Column('text') name!: string;
  @Column('text') format!: RosterFormat;
  @Column('text') state!: RosterState;
  @Column('simple-json') headings!: string[];
  /** Which column holds what; null: nobody has said, and it can't be guessed. */
  @Column('simple-json', { nullable: true }) mapping!: Mapping | null;
  @Column('text') days!: DayOrder;
  /** Whoever imports it is an API key that may make no accounts. */
  @Column('boolean', { name: 'may_make_accounts' }) mayMakeAccounts!: boolean;
  @Column('integer') total!: number;
  /** How many rows are looked at, or have come in once it runs; the next begins at this position. */
  @Column('integer') done!: number;
  /** Of the preview; of what came of it once it is done. */
  @Column('simple-json') counts!: RosterCounts;
  /** All rows or none. */
  @Column('boolean') whole!: boolean;
  /** When the process that runs it was last at work; null: none is. */
  @Column('text', { name: 'beat_at', nullable: true }) beatAt!: string | null;
  /** Why it ended before its end; null: it did not. */
  @Column('text', { nullable: true }) stopped!: string | null;
  @Column('text') at!: string;
  @Column('text', { name: 'done_at', nullable: true }) doneAt!: string | null;
}

/** A row of a roster: what would come of it, or what came of it. */
@Entity('roster_row')
export class RosterRowRow {
  @PrimaryColumn('text', { name: 'import_id' }) importId!: string;
  @PrimaryColumn('integer') position!: number;
  @Column('integer') line!: number;
  /** As the file has them, a list as JSON, sealed (`RowContents`); an empty one once the row has come in. */
  @Column('text') cells!: string;
  @Column('text') email!: string;
  @Column('text') name!: string;
  /** A RosterPerson as JSON, sealed: it may have a licence number. null: the file itself is at fault, so that it is never tried. */
  @Column('text', { nullable: true }) person!: string | null;
  @Column('text') outcome!: Outcome;
  @Column('simple-json') changes!: Change[];
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('text', { name: 'at_column', nullable: true }) atColumn!: RosterColumn | null;
}

/** What came of a row once its import was run. */
@Entity('roster_result')
export class RosterResultRow {
  @PrimaryColumn('text', { name: 'import_id' }) importId!: string;
  @PrimaryColumn('integer') position!: number;
  @Column('text') outcome!: Outcome;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('text', { name: 'at_column', nullable: true }) atColumn!: RosterColumn | null;
  @Column('text', { name: 'account_id', nullable: true }) accountId!: string | null;
  @Column('text', { name: 'enrolment_id', nullable: true }) enrolmentId!: string | null;
}

/** What another system calls a person of an organisation. */
@Entity('roster_external_id')
export class ExternalIdRow {
  @PrimaryColumn('text', { name: 'organisation_id' }) organisationId!: string;
  @PrimaryColumn('text', { name: 'external_id' }) externalId!: string;
  @Column('text', { name: 'account_id' }) accountId!: string;
}

/** What a file says of people lies here until it is run, and what is refused of it until it is forgotten: sealed. */
export const sealedCells: SealedColumn = { table: 'roster_row', column: 'cells' };
export const sealedPerson: SealedColumn = { table: 'roster_row', column: 'person' };

export const rosterEntities = [RosterImportRow, RosterRowRow, RosterResultRow, ExternalIdRow];
