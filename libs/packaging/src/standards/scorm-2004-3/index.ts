import { scorm2004 } from '../scorm-2004/standard.js';
import type { Standard } from '../standard.js';

export const scorm20043: Standard = scorm2004('SCORM 2004 3rd Edition', 'scorm-2004-3', { schemaVersion: '2004 3rd Edition', weightedCompletion: false, hidesAbandonAll: true });
