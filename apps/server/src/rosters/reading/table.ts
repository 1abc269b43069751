import { readTable } from '@preceptor/assessment/interchange';
import { Unreadable } from '../../platform/threads/unreadable.js';
import { decode } from './decode.js';

/** A row and the line of the file on which it begins, from 1. */
export interface RosterLine { line: number; cells: string[] }
export interface ReadRoster { headings: string[]; rows: RosterLine[] }

/** A CSV table, with comma, semicolon or tab between cells. Throws Unreadable. */
export function table(bytes: Uint8Array): ReadRoster {
  return tableOf(rowsOf(bytes));
}

function rowsOf(bytes: Uint8Array): RosterLine[] {
  try {
    return readTable(decode(bytes));
  } catch (fault) {
    const line: unknown = fault instanceof Error && 'line' in fault ? fault.line : null;
    throw new Unreadable(`${typeof line === 'number' ? `Line ${line}: ` : ''}${fault instanceof Error ? fault.message : 'The table can’t be read.'}`);
  }
}

/** Rows of which the first holds the headings. Throws Unreadable. */
export function tableOf([head, ...rows]: RosterLine[]): ReadRoster {
  if (head === undefined) throw new Unreadable('There is nothing in this file.');
  if (rows.length === 0) throw new Unreadable('The file has headings and no row below them.');
  return { headings: head.cells, rows };
}
