import { extname } from 'node:path';
import { formatNames, type FormatName } from '@preceptor/assessment/interchange';

/** What items come in: the formats of others, spreadsheets, and banks of the course source (`bank.yaml`, `checks.yaml`). */
export const importFormats = [...formatNames, 'xlsx', 'course-source'] as const;
export type ImportFormat = (typeof importFormats)[number];

/** Which format a file has, by its name and its beginning; null: it looks like none of them. `manifest`: of a package, its imsmanifest.xml. */
export function detect(name: string, beginning: string, manifest: string | null): ImportFormat | null {
  if (manifest !== null) return qtiVersion(manifest) ?? 'qti-2.1';
  switch (extname(name).toLowerCase()) {
    case '.xlsx': return 'xlsx';
    case '.csv': case '.tsv': return 'csv';
    case '.yaml': case '.yml': return 'course-source';
    case '.xml': return /<quiz[\s>]/.test(beginning) ? 'moodle-xml' : qtiVersion(beginning);
    case '.gift': return 'gift';
    case '.txt': return /^\s*ANSWER:\s*[A-Z]\s*$/m.test(beginning) ? 'aiken' : 'gift';
    default: return null;
  }
}

/** By the namespace of the items, or by what a manifest calls them (QTI 3.0 Packaging 4.1; QTI 2.2 and 2.1 Integration Guides 3). */
function qtiVersion(xml: string): FormatName | null {
  if (/imsqtiasi_v3p0|imsqti_item_xmlv3p0|imsqtiasi_v3/.test(xml)) return 'qti-3.0';
  if (/imsqti_v2p2|imsqti_item_xmlv2p2/.test(xml)) return 'qti-2.2';
  return /imsqti_v2p[01]|imsqti_item_xmlv2p[01]|imsqti_item_/.test(xml) ? 'qti-2.1' : null;
}
