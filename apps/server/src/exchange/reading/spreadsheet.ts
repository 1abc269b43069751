import { writeTable } from '@preceptor/assessment/interchange';
import { sheetRows } from '../../platform/files/sheet-rows.js';

/** The first sheet of a workbook as a CSV table, and which row of the sheet each line of that table stands in (both from 1). */
export interface SheetTable { csv: string; rowOf: (line: number) => number }

/** Reads the first sheet of an .xlsx file. Throws where it is none. */
export async function sheetTable(file: string): Promise<SheetTable> {
  const rows = await sheetRows(file);
  const begins: number[] = [];
  let line = 1;
  for (const row of rows) {
    begins.push(line);
    line += 1 + row.join('').split('\n').length - 1;
  }
  return { csv: writeTable(rows), rowOf: (of) => Math.max(1, begins.findLastIndex((begin) => begin <= of) + 1) };
}
