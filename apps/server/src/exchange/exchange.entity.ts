import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ImportFormat } from './reading/detect.js';
import type { ReadImport } from './reading/read-import.js';

/** A file of items that came in, what was read from it, and whether it was taken. The file itself lies below DATA_DIR until then. */
@Entity('exchange_import')
export class ImportRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text', { name: 'bank_id' }) bankId!: string;
  @Column('text', { name: 'account_id' }) accountId!: string;
  /** What the file was called. */
  @Column('text') name!: string;
  /** READ: waits for an answer. */
  @Column('text') state!: 'READ' | 'ACCEPTED' | 'DISCARDED';
  @Column('text') format!: ImportFormat;
  @Column('simple-json') columns!: Record<string, string>;
  /** Read only by its own query: it may be large. */
  @Column('simple-json', { select: false }) result!: ReadImport;
  /** How many items came in; null: none yet. */
  @Column('integer', { nullable: true }) accepted!: number | null;
  @Column('text') at!: string;
}

export const exchangeEntities = [ImportRow];
