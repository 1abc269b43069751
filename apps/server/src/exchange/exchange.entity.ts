import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { NoteCode } from '@preceptor/assessment/interchange';
import type { ReadFields } from '../authoring/items/read-document.js';
import type { ImportFormat } from './reading/detect.js';
import type { ComingMedium } from '../authoring/media/item-media.js';
import type { ExportFormat, ExportReport } from './writing/export-format.js';

export const importStates = ['READ', 'DONE', 'UNDONE'] as const;
export type ImportState = (typeof importStates)[number];
/** KEPT, CHANGED or LOST by the worst that happened to the item when it was read; FAILED: it could not be read. */
export const verdicts = ['KEPT', 'CHANGED', 'LOST', 'FAILED'] as const;
export type Verdict = (typeof verdicts)[number];
export const entryOutcomes = ['CREATED', 'RENAMED', 'NEW_VERSION', 'UNCHANGED', 'SKIPPED'] as const;
export type EntryOutcome = (typeof entryOutcomes)[number];
export type OutcomeCounts = Record<EntryOutcome, number>;
/** What became of an item when it was read, by the codes of docs/interchange.md. */
export interface EntryNotes { kept: NoteCode[]; changed: NoteCode[]; lost: NoteCode[] }

/** A file of items that came in: read, then run once. The file itself lies below DATA_DIR until then. */
@Entity('exchange_import')
export class ImportRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text', { name: 'bank_id' }) bankId!: string;
  @Column('text', { name: 'account_id' }) accountId!: string;
  /** What the file was called. */
  @Column('text') name!: string;
  @Column('text') state!: ImportState;
  @Column('text') format!: ImportFormat;
  /** Of a table: our column -> the heading that it has there. */
  @Column('simple-json') columns!: Record<string, string>;
  /** Of a table: its headings; null: it is none. */
  @Column('simple-json', { nullable: true }) headings!: string[] | null;
  /** Pictures that come with it. */
  @Column('simple-json') media!: ComingMedium[];
  /** How many items came to what; null: not run. */
  @Column('simple-json', { nullable: true }) outcome!: OutcomeCounts | null;
  @Column('text') at!: string;
  @Column('text', { name: 'done_at', nullable: true }) doneAt!: string | null;
  @Column('text', { name: 'undone_at', nullable: true }) undoneAt!: string | null;
}

/** One item of a file, or what could not be read of it. `document` and `read` are gone once it was run. */
@Entity('exchange_entry')
export class EntryRow {
  @PrimaryColumn('text', { name: 'import_id' }) importId!: string;
  @PrimaryColumn('integer') position!: number;
  @Column('text') name!: string;
  @Column('text') kind!: string;
  @Column('text') stem!: string;
  @Column('text') file!: string;
  @Column('integer', { nullable: true }) line!: number | null;
  @Column('text') verdict!: Verdict;
  /** The bank had an item of this name when the file was read. */
  @Column('boolean') known!: boolean;
  @Column('boolean') sound!: boolean;
  @Column('simple-json') notes!: EntryNotes;
  /** Why it could not be read, or why it can't be scored yet; null: all is well. */
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('simple-json', { nullable: true }) document!: Record<string, unknown> | null;
  @Column('simple-json', { nullable: true }) read!: ReadFields | null;
}

/** What became of an entry when its import was run, and where it is now. */
@Entity('exchange_outcome')
export class OutcomeRow {
  @PrimaryColumn('text', { name: 'import_id' }) importId!: string;
  @PrimaryColumn('integer') position!: number;
  @Column('text') outcome!: EntryOutcome;
  @Column('text') name!: string;
  /** null: it was skipped. */
  @Column('text', { name: 'item_id', nullable: true }) itemId!: string | null;
  /** The revision that was written; null: none was. */
  @Column('integer', { nullable: true }) revision!: number | null;
  @Column('boolean') undone!: boolean;
}

/** A file that was written for somebody to download; the bytes lie below DATA_DIR for an hour. */
@Entity('exchange_export')
export class ExportRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text', { name: 'account_id' }) accountId!: string;
  @Column('text') name!: string;
  @Column('text', { name: 'media_type' }) mediaType!: string;
  @Column('text') format!: ExportFormat;
  @Column('simple-json') report!: ExportReport;
  @Column('text') at!: string;
}

export const exchangeEntities = [ImportRow, EntryRow, OutcomeRow, ExportRow];
