import { scorm2004 } from '../scorm-2004/standard.js';
import type { Standard } from '../standard.js';

/** 2nd Ed. RTE 4.2.21: 4,000 characters of suspend data. */
export const scorm20042: Standard = {
  ...scorm2004('SCORM 2004 2nd Edition', 'scorm-2004-2', { schemaVersion: 'CAM 1.3', weightedCompletion: false, hidesAbandonAll: false }),
  suspendLimit: 4000,
};
