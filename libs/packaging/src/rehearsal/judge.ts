import type { FindingList } from '../verify/findings/finding-list.js';
import type { PackageStandard } from '../verify/verification.js';
import type { Rehearsal } from './rehearsal.js';

export function judge(_rehearsal: Rehearsal, _standard: PackageStandard, _findings: FindingList): void {}
