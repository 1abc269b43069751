import type { SourceText, Span } from '../files/source-text.js';
import { registry, type DiagnosticName, type Severity } from './registry.js';

/** One thing that is wrong with a course source, in a form that a program reads. */
export interface Diagnostic extends Span {
  /** stable: `PRE` and four digits */
  code: string;
  severity: Severity;
  /** what is wrong, in one sentence */
  message: string;
  /** how to mend it */
  help: string;
  /** relative to the course folder, with forward slashes; '' for the folder itself */
  file: string;
  /** the source line at `line`, or null where there is none to show */
  excerpt: string | null;
}

/** Where diagnostics are collected while a file or a course is compiled. */
export interface Reporter { report(name: DiagnosticName, file: SourceText | string, span: Span, message: string, help?: string): void }

/** Most problems that are told of one file: a broken file must not bury the others. */
export const maxPerFile = 100;
const maxExcerpt = 2_000;

/** Collects the diagnostics of one file or one stage. */
export class DiagnosticList implements Reporter {
  readonly items: Diagnostic[] = [];
  #counts = new Map<string, number>();

  report(name: DiagnosticName, file: SourceText | string, span: Span, message: string, help?: string): void {
    const path = typeof file === 'string' ? file : file.path;
    const count = (this.#counts.get(path) ?? 0) + 1;
    this.#counts.set(path, count);
    if (count > maxPerFile + 1) return;
    if (count === maxPerFile + 1) {
      this.#push('too-many-problems', file, span, `This file has more than ${maxPerFile} problems; the rest are not shown.`);
      return;
    }
    this.#push(name, file, span, message, help);
  }

  has(severity: Severity): boolean {
    return this.items.some((item) => item.severity === severity);
  }

  #push(name: DiagnosticName, file: SourceText | string, span: Span, message: string, help?: string): void {
    const entry = registry[name];
    const line = typeof file === 'string' ? null : file.line(span.line);
    this.items.push({
      code: entry.code,
      severity: entry.severity,
      message,
      help: help ?? entry.mend,
      file: typeof file === 'string' ? file : file.path,
      ...span,
      excerpt: line === null ? null : line.slice(0, maxExcerpt),
    });
  }
}

/** The order in which diagnostics are shown: by file, then place, then code. The same on every machine. */
export function sortDiagnostics(diagnostics: Diagnostic[]): Diagnostic[] {
  const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return [...diagnostics].sort((a, b) =>
    compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.code, b.code) || compare(a.message, b.message));
}
