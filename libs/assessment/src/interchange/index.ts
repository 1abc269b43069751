/**
 * Items in and out of the formats of others, with what was kept, changed and lost of each. For servers and command
 * lines; no Node API, but parsers that are too large for a player's bundle. See docs/interchange.md.
 */
import type { Item } from '../item.js';
import type { Expression, ExportOptions, ExportResult, ImportOptions, ImportResult, InterchangeFile } from './contract.js';
import type { FormatName } from './format-names.js';
import { readFiles } from './import.js';
import { formats } from './registry.js';

export type { Details, Expression, ExportOptions, ExportResult, Failure, ImportedItem, ImportOptions, ImportResult, InterchangeFile, Limits, OutFile } from './contract.js';
export { formatNames, type FormatName } from './format-names.js';
export { noteSentences, type ItemReport, type Note, type NoteCode } from './ledger.js';
export { importLimits } from './import.js';
export { readTable, withoutGuard, writeTable, type Row } from './formats/csv/table.js';
export { csvColumns, csvHeadings, csvTemplate } from './formats/csv/index.js';
export { courseBank, itemDocument } from './course-source/bank.js';
export { sanitise } from './text/sanitise.js';

/** What a format would make of the item, said before it is written. The same code decides as in `exportItems`. */
export function canExpress(item: Item, format: FormatName): Expression {
  return formats[format].express(item);
}

/** Writes the items. Those that the format can't hold are in `refused`; the files hold the others. A QTI package is a list of files for the caller to zip. */
export function exportItems(items: readonly Item[], format: FormatName, options: ExportOptions = {}): ExportResult {
  return formats[format].export(items, options);
}

/** Reads items from the files of one format: the good ones come in, the others are listed with file, line and reason. */
export function importItems(files: readonly InterchangeFile[], format: FormatName, options: ImportOptions = {}): Promise<ImportResult> {
  return readFiles(formats[format], files, options);
}
