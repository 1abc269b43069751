import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { csvLines, type TableCell } from './csv.js';
import type { Workbooks } from './workbooks.js';

export interface TableOut { name: string; head: string[]; rows: () => AsyncIterable<TableCell[][]> }
export type TableFormat = 'csv' | 'xlsx';
const types: Record<TableFormat, string> = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };

/** Sends a table as a file: CSV is written while it is sent, a workbook is made whole first. `name`: of the file, without its end. */
export async function sendTable(reply: FastifyReply, format: TableFormat, { name, head, rows }: TableOut, workbooks: Workbooks): Promise<void> {
  reply.type(types[format]).header('content-disposition', `attachment; filename="${name}.${format}"`).header('cache-control', 'private, no-store');
  if (format === 'csv') {
    await reply.send(Readable.from(lines(head, rows())));
    return;
  }
  const all: TableCell[][] = [];
  for await (const some of rows()) all.push(...some);
  await reply.send(await workbooks.make({ name, head, rows: all }));
}

async function* lines(head: string[], rows: AsyncIterable<TableCell[][]>): AsyncIterable<string> {
  yield `\uFEFF${csvLines([head])}`;
  for await (const some of rows) yield csvLines(some);
}

/** Portions of a list, with a moment for others between them. */
export async function* portions<T>(list: readonly T[], tell: (one: T) => TableCell[], size = 100): AsyncIterable<TableCell[][]> {
  for (let from = 0; from < list.length; from += size) {
    yield list.slice(from, from + size).map(tell);
    await new Promise((resolve) => { setImmediate(resolve); });
  }
}
