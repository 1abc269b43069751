import { traceability, type TraceRow } from '@preceptor/course/delivery';
import { errorCount, printDiagnostics } from '../output/diagnostics.js';
import { textTable } from '../output/table.js';
import { compileFolder } from '../source.js';
import type { ExitCode, Terminal } from '../terminal.js';

/** `preceptor check`: every diagnostic, then the table statement -> lessons -> items. */
export async function check(folder: string, { json }: { json: boolean }, terminal: Terminal): Promise<ExitCode> {
  const { course, hash, diagnostics } = await compileFolder(folder);
  const errors = errorCount(diagnostics);
  const exitCode: ExitCode = errors > 0 || course === null ? 1 : 0;
  const rows = course === null ? [] : traceability(course);
  if (json) {
    const table = rows.map(({ statement, lessons, items }) => ({ ...statement, lessons, items }));
    terminal.out.write(`${JSON.stringify({ ok: exitCode === 0, version: course === null ? null : hash, diagnostics, statements: table }, null, 2)}\n`);
    return exitCode;
  }
  printDiagnostics(diagnostics, folder, terminal.out);
  if (rows.length > 0) terminal.out.write(`${textTable(['statement', 'taught in', 'asked by'], rows.map(cells), terminal.columns)}\n\n`);
  terminal.out.write(`${summary(errors, diagnostics.length - errors, rows)}\n`);
  return exitCode;
}

function cells({ statement, lessons, items }: TraceRow): string[] {
  return [`${statement.id}: ${statement.text}`, lessons.join(' ') || 'no lesson', items.join(' ') || 'no item'];
}

function summary(errors: number, warnings: number, rows: TraceRow[]): string {
  const untaught = rows.filter(({ lessons }) => lessons.length === 0).length;
  const unasked = rows.filter(({ items }) => items.length === 0).length;
  const statements = rows.length === 0 ? '' : `; ${counted(rows.length, 'statement')}, ${untaught} not taught, ${unasked} not asked`;
  return `${counted(errors, 'error')}, ${counted(warnings, 'warning')}${statements}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
