import { createHash, type Hash } from 'node:crypto';

/**
 * A backup is a gzip stream of lines of JSON: `head`; for each table `table`, its rows as lists, `tableEnd`; for each file `file`,
 * its bytes in base64 by pieces, `fileEnd`; `end`, whose digest is over all lines before it. What has no `end` is no backup.
 */
export const format = 'preceptor-backup/1';
export interface Head { format: string; at: string; engine: string; migrations: string[] }
export interface TableHead { table: string; columns: string[] }
export interface TableEnd { tableEnd: string; rows: number; sha256: string }
export interface FileHead { file: string }
export interface FileEnd { fileEnd: string; bytes: number; sha256: string }
export interface End { end: true; tables: number; rows: number; files: number; bytes: number; sha256: string }

/** What was written or read, as it is told at the end. */
export interface Totals { tables: number; rows: number; files: number; bytes: number }

/** Folders of DATA_DIR that are made again (packages) or hold what is looked at this minute; and what a restore is writing. */
export const notKept = ['packages', 'checks', '.restoring'];
/** The database's own files lie in DATA_DIR too. */
export const isDatabaseFile = (name: string): boolean => /^preceptor\.sqlite(-(wal|shm|journal))?$/.test(name);

/** A digest over lines, as they stand. */
export class LineDigest {
  readonly #hash: Hash = createHash('sha256');
  add(line: string): void { this.#hash.update(line).update('\n'); }
  get hex(): string { return this.#hash.copy().digest('hex'); }
}
/** Ends a command with a sentence and without a stack. */
export class BackupError extends Error {}
