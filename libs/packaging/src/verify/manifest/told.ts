import type { Archive } from '../archive/archive.js';
import type { FindingList } from '../findings/finding-list.js';
import type { Activity, PackageStandard } from '../verification.js';

/** What the checks of a manifest are given. */
export interface Known { archive: Archive; /** the manifest */ file: string; standard: PackageStandard | null; findings: FindingList }

/** What a manifest says, for what comes after. */
export interface Told {
  identifier: string;
  title: string;
  activities: Activity[];
  /** every path that it lists; null where the standard has no list */
  listed: Set<string> | null;
  /** the pages that an LMS opens as SCO or AU */
  launched: Set<string>;
}
