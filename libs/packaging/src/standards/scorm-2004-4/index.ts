import type { Standard } from '../standard.js';
import { manifest } from './manifest.js';

export const scorm20044: Standard = { title: 'SCORM 2004 4th Edition', boot: 'scorm-2004', schemas: 'scorm-2004-4', manifest };
