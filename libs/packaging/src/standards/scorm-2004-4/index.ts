import { scorm2004 } from '../scorm-2004/standard.js';
import type { Standard } from '../standard.js';

export const scorm20044: Standard = scorm2004('SCORM 2004 4th Edition', 'scorm-2004-4', { schemaVersion: '2004 4th Edition', weightedCompletion: true, hidesAbandonAll: true });
