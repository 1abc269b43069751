import { summaryOf, type CompileResult } from '@preceptor/course';
import { traceability, type TraceRow } from '@preceptor/course/delivery';
import { printDiagnostics } from '../output/diagnostics.js';
import { textTable } from '../output/table.js';
import { compiledOf, compilerOf } from '../source.js';
import type { ExitCode, Terminal } from '../terminal.js';

/** `preceptor check`: every diagnostic, then the table statement -> lessons -> items, then how much of each language is translated. */
export async function check(folder: string, { json }: { json: boolean }, terminal: Terminal): Promise<ExitCode> {
  const result = await (await compilerOf(folder)).compile();
  const { diagnostics } = result;
  const compiled = compiledOf(result);
  const exitCode: ExitCode = compiled === null ? 1 : 0;
  const rows = compiled === null ? [] : traceability(compiled.course);
  if (json) {
    const table = rows.map(({ statement, lessons, items }) => ({ ...statement, lessons, items }));
    terminal.out.write(`${JSON.stringify({ ok: exitCode === 0, version: compiled?.hash ?? null, diagnostics, statements: table, translations: result.translations }, null, 2)}\n`);
    return exitCode;
  }
  printDiagnostics(diagnostics, folder, terminal.out);
  if (rows.length > 0) terminal.out.write(`${textTable(['statement', 'taught in', 'asked by'], rows.map(cells), terminal.columns)}\n\n`);
  terminal.out.write(`${summaryOf(diagnostics)}${statementsOf(rows)}${result.translations.map(languageOf).join('')}\n`);
  return exitCode;
}

function cells({ statement, lessons, items }: TraceRow): string[] {
  return [`${statement.id}: ${statement.text}`, lessons.join(' ') || 'no lesson', items.join(' ') || 'no item'];
}

function languageOf({ language, translated, entries }: CompileResult['translations'][number]): string {
  const named = new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language;
  return `; ${named}: ${translated === entries ? 'all' : `${translated} of ${entries}`} translated`;
}

function statementsOf(rows: TraceRow[]): string {
  if (rows.length === 0) return '';
  const untaught = rows.filter(({ lessons }) => lessons.length === 0).length;
  const unasked = rows.filter(({ items }) => items.length === 0).length;
  return `; ${rows.length} statement${rows.length === 1 ? '' : 's'}, ${untaught} not taught, ${unasked} not asked`;
}
