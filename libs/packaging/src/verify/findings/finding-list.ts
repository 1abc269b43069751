import type { Finding, Severity } from '../verification.js';
import { registry, type FindingName } from './registry.js';

/** A place in a text of the package; both from 1. */
export interface Place { line: number; column: number }

/** Most findings of one code that are told one by one: what a tool did wrong once, it did wrong everywhere. */
export const maxPerCode = 20;
const maxMessage = 500;

/** Collects findings; each code at most `maxPerCode` times, then once with how many more there were. */
export class FindingList {
  readonly #items: Finding[] = [];
  readonly #counts = new Map<FindingName, number>();

  add(name: FindingName, file: string, place: Place | null, message: string, help?: string): void {
    const count = (this.#counts.get(name) ?? 0) + 1;
    this.#counts.set(name, count);
    if (count > maxPerCode) return;
    const { code, severity, mend } = registry[name];
    this.#items.push({ code, severity, file, line: place?.line ?? null, column: place?.column ?? null, message: bounded(message), help: bounded(help ?? mend) });
  }

  /** In the order of severity, code, file and place; the same on every machine. */
  sorted(): Finding[] {
    const more = [...this.#counts].filter(([, count]) => count > maxPerCode).map(([name, count]): Finding => {
      const { code, severity, title, mend } = registry[name];
      return { code, severity, file: '', line: null, column: null, message: `${title}: ${count - maxPerCode} more like this.`, help: mend };
    });
    const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
    return [...this.#items, ...more].sort((a, b) =>
      rank[a.severity] - rank[b.severity] || compare(a.code, b.code) || Number(more.includes(a)) - Number(more.includes(b)) || compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0) || compare(a.message, b.message));
  }
}

const rank: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** Names and words of a package are hostile: bounded, and without what could move a terminal's cursor or turn text around. */
function bounded(text: string): string {
  const clean = text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '\uFFFD');
  return clean.length > maxMessage ? `${clean.slice(0, maxMessage)}…` : clean;
}
