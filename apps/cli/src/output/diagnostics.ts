import type { Writable } from 'node:stream';
import type { Diagnostic } from '@preceptor/course';

export function errorCount(diagnostics: readonly Diagnostic[]): number {
  return diagnostics.filter(({ severity }) => severity === 'error').length;
}

/** Writes each diagnostic with its place, its line underlined, and how to mend it. `folder` is put before file names, so that an editor opens them. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], folder: string, out: Writable): void {
  for (const diagnostic of diagnostics) out.write(`${folder.replace(/\/+$/, '')}/${plainDiagnostic(diagnostic)}\n\n`);
}

/** One diagnostic as text: `file:line:column: error PRE0123: what`, the line with the place underlined, `help: how`. */
export function plainDiagnostic({ file, line, column, severity, code, message, help, excerpt, endLine, endColumn }: Diagnostic): string {
  const head = `${file === '' ? '' : `${file}:${line}:${column}: `}${severity} ${code}: ${message}`;
  const shown = excerpt === null ? [] : underlined(excerpt, line, column, endLine === line ? endColumn : excerpt.length + 1);
  return [head, ...shown, `  help: ${help}`].join('\n');
}

const widest = 100;

/** The part of a long line that holds the place; tabs are shown as one space so that the underline stands below it. */
function underlined(excerpt: string, line: number, column: number, endColumn: number): string[] {
  const start = column <= widest - 20 ? 0 : column - 1 - 40;
  const text = excerpt.replaceAll('\t', ' ').slice(start, start + widest);
  const from = Math.min(column - 1 - start, text.length);
  const length = Math.max(1, Math.min(endColumn - column, text.length - from));
  const number = String(line);
  const gutter = ' '.repeat(number.length);
  const before = start > 0 ? '…' : '';
  return [`  ${number} | ${before}${text}`, `  ${gutter} | ${' '.repeat(from + before.length)}${'^'.repeat(length)}`];
}
