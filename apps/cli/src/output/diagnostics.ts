import type { Writable } from 'node:stream';
import { formatDiagnostic, type Diagnostic } from '@preceptor/course';

export function errorCount(diagnostics: readonly Diagnostic[]): number {
  return diagnostics.filter(({ severity }) => severity === 'error').length;
}

/** Writes each diagnostic with its place, its line underlined, and how to mend it. `folder` is put before file names, so that an editor opens them. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], folder: string, out: Writable): void {
  const color = 'isTTY' in out && out.isTTY === true && process.env['NO_COLOR'] === undefined;
  for (const diagnostic of diagnostics) out.write(`${formatDiagnostic(diagnostic, { color, prefix: `${folder.replace(/\/+$/, '')}/` })}\n\n`);
}
