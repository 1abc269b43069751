import { readFile } from 'node:fs/promises';
import { withoutGuard } from '@preceptor/assessment/interchange';
import { sheetRows } from '../../platform/files/sheet-rows.js';
import { Unreadable } from '../../platform/threads/unreadable.js';
import { storable } from './decode.js';
import { readOneRoster } from './one-roster.js';
import { type ReadRoster, table, tableOf } from './table.js';

export type RosterFormat = 'csv' | 'xlsx' | 'oneroster';
export interface RosterRequest { file: string; /** its unpacked files, where it is a OneRoster zip */ folder: string | null; format: RosterFormat }
/** Most rows, columns, and characters of a cell that are read on; a longer cell is cut, and refused where it counts. */
export const rosterLimits = { bytes: 32 * 1024 * 1024, rows: 20_000, columns: 60, cell: 300 };

/** Reads a table of people: its headings and its rows that are not empty. Throws Unreadable. */
export async function readRoster({ file, folder, format }: RosterRequest): Promise<ReadRoster> {
  if (format === 'oneroster') return bounded(await readOneRoster(folder ?? ''));
  return bounded(format === 'xlsx' ? await workbook(file) : table(await readFile(file)));
}

async function workbook(file: string): Promise<ReadRoster> {
  const rows = await sheetRows(file).catch(() => { throw new Unreadable('This is no .xlsx workbook that can be read. Save it again as .xlsx, or as CSV.'); });
  return tableOf(rows.map((cells, index) => ({ line: index + 1, cells: cells.map(storable) })).filter(({ cells }) => cells.some((cell) => cell.trim() !== '')));
}

function bounded({ headings, rows }: ReadRoster): ReadRoster {
  if (rows.length > rosterLimits.rows) throw new Unreadable(`The file has ${rows.length.toLocaleString('en')} rows. At most ${rosterLimits.rows.toLocaleString('en')} come in at once: import it in parts.`);
  const width = Math.max(headings.length, ...rows.map(({ cells }) => cells.findLastIndex((cell) => cell.trim() !== '') + 1));
  if (width > rosterLimits.columns) throw new Unreadable(`The file has ${width} columns. At most ${rosterLimits.columns} are read: take out those that are not about people.`);
  const cut = (cell: string): string => withoutGuard(cell.trim()).slice(0, rosterLimits.cell + 1);
  return {
    headings: Array.from({ length: width }, (_, index) => cut(headings[index] ?? '').slice(0, 80)),
    rows: rows.map(({ line, cells }) => ({ line, cells: Array.from({ length: width }, (_, index) => cut(cells[index] ?? '')) })),
  };
}
