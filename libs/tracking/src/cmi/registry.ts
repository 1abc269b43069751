import type { CmiMapping } from './mapping.js';
import { scorm12 } from './scorm-1.2/scorm-1.2.js';
import { scorm2004 } from './scorm-2004/scorm-2004.js';

export type CmiStandard = 'scorm-1.2' | 'scorm-2004';
export const cmiMappings = { 'scorm-1.2': scorm12, 'scorm-2004': scorm2004 } satisfies Record<CmiStandard, CmiMapping>;
