import type { Row } from 'write-excel-file/node';
import type { TableCell } from './csv.js';

export interface Sheet { name: string; head: string[]; rows: TableCell[][] }

/** A table as an Excel workbook: texts are cells of text, which no spreadsheet takes for a formula, and the head stays in sight. */
export async function workbook({ name, head, rows }: Sheet): Promise<Buffer> {
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const sheet: Row[] = [
    head.map((value) => ({ value: fitting(value), fontWeight: 'bold' as const, type: String })),
    ...rows.map((row) => row.map((value) => (value === null ? null : typeof value === 'number' ? { value, type: Number } : { value: fitting(value), type: String }))),
  ];
  return writeExcelFile(sheet, { sheet: name, stickyRowsCount: 1, stickyColumnsCount: 1, columns: head.map((_, place) => ({ width: place < 2 ? 28 : 16 })) }).toBuffer();
}

/** ECMA-376: a cell holds at most 32,767 characters. */
const fitting = (text: string): string => text.slice(0, 32_767);
