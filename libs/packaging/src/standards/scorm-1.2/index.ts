import type { Standard } from '../standard.js';
import { manifest } from './manifest.js';

export const scorm12: Standard = { title: 'SCORM 1.2', boot: 'scorm-1.2', schemas: 'scorm-1.2', manifest };
