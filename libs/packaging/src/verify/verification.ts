import type { Rehearsal } from '../rehearsal/rehearsal.js';
import type { Limits } from './limits.js';

/** `error`: an LMS would object, or results would be lost. `warning`: some would. `info`: good to know. */
export type Severity = 'error' | 'warning' | 'info';

/** One thing that was found, in a form that a program reads. */
export interface Finding {
  /** stable: `VER` and three digits; docs/verify.md lists them */
  code: string;
  severity: Severity;
  /** path in the package, with forward slashes; '' for the package as a whole */
  file: string;
  /** from 1; null where no place in a text is at fault */
  line: number | null;
  column: number | null;
  /** what is wrong, in one sentence */
  message: string;
  /** what to do about it */
  help: string;
}

export const packageStandards = ['scorm-1.2', 'scorm-2004-2', 'scorm-2004-3', 'scorm-2004-4', 'cmi5'] as const;
export type PackageStandard = (typeof packageStandards)[number];

/** Something that a learner can launch: a SCO or asset of the default organisation, or an AU. */
export interface Activity {
  /** the item's or AU's identifier */
  id: string;
  title: string;
  /** path in the package with its parameters, or an address */
  href: string;
  kind: 'sco' | 'asset' | 'au';
}

/** What the package says of itself. */
export interface PackageFacts {
  standard: PackageStandard | null;
  identifier: string;
  title: string;
  activities: Activity[];
  files: number;
  /** unzipped, in bytes */
  bytes: number;
  /** the largest files first, ten at most */
  largest: { file: string; bytes: number }[];
}

/** The whole result: a plain JSON value. */
export interface Verification {
  formatVersion: 1;
  /** the name of the file, without its folder */
  file: string;
  zip: { bytes: number; sha256: string };
  /** `refused`: it can't be opened safely or has no readable manifest; `objections`: at least one error; else `fine` */
  verdict: 'fine' | 'objections' | 'refused';
  /** null when it was refused before its manifest could be read */
  package: PackageFacts | null;
  findings: Finding[];
  counts: Record<Severity, number>;
  /** what playing it showed; null when it was not played, and then `notPlayed` says why */
  rehearsal: Rehearsal | null;
  notPlayed: string | null;
}

export interface VerifyOptions {
  /** play it in Chromium as well; true unless said otherwise */
  play?: boolean;
  /** most seconds that playing may take; 120 unless said otherwise */
  timeoutSeconds?: number;
  /** a Chromium; without it CHROMIUM_PATH or the usual places */
  chromiumPath?: string;
  limits?: Partial<Limits>;
  signal?: AbortSignal;
}
