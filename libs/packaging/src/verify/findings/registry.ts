import { archiveCodes } from './codes/archive.js';
import { fileCodes, sequencingCodes } from './codes/files.js';
import { manifestCodes } from './codes/manifest.js';
import { cmi5Codes, pageCodes } from './codes/pages.js';
import { rehearsalCodes } from './codes/rehearsal.js';
import type { FindingEntry } from './entry.js';

/** Every finding by name, in the order of the codes. A code that was once given is never reused. */
export const registry = {
  ...archiveCodes,
  ...manifestCodes,
  ...fileCodes,
  ...sequencingCodes,
  ...pageCodes,
  ...cmi5Codes,
  ...rehearsalCodes,
} satisfies Record<string, FindingEntry>;

export type FindingName = keyof typeof registry;

/** Names and entries, typed. */
export function findingEntries(): [FindingName, FindingEntry][] {
  return Object.entries(registry).map(([name, entry]) => [name as FindingName, entry]);
}
