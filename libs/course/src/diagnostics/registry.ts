import { fileCodes } from './codes/files.js';
import { itemCodes } from './codes/items.js';
import { markdownCodes } from './codes/markdown.js';
import { mediaCodes } from './codes/media.js';
import { referenceCodes } from './codes/references.js';
import { translationCodes } from './codes/translations.js';
import { yamlCodes } from './codes/yaml.js';
import type { DiagnosticEntry } from './entry.js';

export type { DiagnosticEntry, Severity } from './entry.js';

/** Every diagnostic of the compiler by name, in the order of the codes. A code that was once given is never reused. */
export const registry = {
  ...fileCodes,
  ...yamlCodes,
  ...markdownCodes,
  ...mediaCodes,
  ...itemCodes,
  ...referenceCodes,
  ...translationCodes,
} satisfies Record<string, DiagnosticEntry>;

export type DiagnosticName = keyof typeof registry;

/** Names and entries, typed. */
export function diagnosticEntries(): [DiagnosticName, DiagnosticEntry][] {
  return Object.entries(registry).map(([name, entry]) => [name as DiagnosticName, entry]);
}
