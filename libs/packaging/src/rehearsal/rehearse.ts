import type { Archive } from '../verify/archive/archive.js';
import type { Activity, PackageStandard } from '../verify/verification.js';
import type { Rehearsal } from './rehearsal.js';

export interface RehearseInput {
  archive: Archive;
  standard: PackageStandard;
  activities: readonly Activity[];
  /** path of a Chromium */
  chromium: string;
  /** most seconds for all activities together */
  seconds: number;
  signal?: AbortSignal;
}

export async function rehearse(_input: RehearseInput): Promise<Rehearsal> {
  return { browser: '', seconds: 0, activities: [] };
}
