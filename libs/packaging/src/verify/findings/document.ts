import type { Severity } from '../verification.js';
import { findingEntries } from './registry.js';

const words: Record<Severity, string> = { error: 'Error', warning: 'Warning', info: 'Good to know' };

/** The generated part of docs/verify.md: every code with its meaning, made from the registry. */
export function findingsMarkdown(): string {
  return findingEntries().map(([, entry]) => [
    `### ${entry.code}: ${entry.title}`,
    `*${words[entry.severity]}.* ${entry.explanation}`,
    `**What to do:** ${entry.mend}`,
  ].join('\n\n')).join('\n\n');
}
