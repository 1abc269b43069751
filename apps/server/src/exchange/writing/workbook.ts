import { readTable, withoutGuard } from '@preceptor/assessment/interchange';
import type { Row } from 'write-excel-file/node';

/** A CSV table as a workbook: the head stays in sight, every cell is text, so that nothing is taken for a formula or a date. */
export async function workbook(csv: string): Promise<Buffer> {
  const [head, ...rows] = readTable(csv);
  const headings = head?.cells ?? [];
  const sheet: Row[] = [
    headings.map((value) => ({ value, fontWeight: 'bold' as const, type: String })),
    ...rows.map(({ cells }) => headings.map((_, index) => ({ value: fitting(cells[index] ?? ''), type: String }))),
  ];
  const { default: writeExcelFile } = await import('write-excel-file/node');
  return writeExcelFile(sheet, { sheet: 'Questions', stickyRowsCount: 1, columns: headings.map((heading) => ({ width: heading === 'stem' ? 60 : /^(choice|target|feedback)/.test(heading) ? 24 : 14 })) }).toBuffer();
}

/** ECMA-376: a cell holds at most 32,767 characters. What guards a CSV cell against being a formula is not needed in a cell of text. */
function fitting(cell: string): string {
  return withoutGuard(cell).slice(0, 32_767);
}
