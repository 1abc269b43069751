import type { Standard } from '../standard.js';
import { manifest } from './manifest.js';

export const scorm12: Standard = { title: 'SCORM 1.2', boot: 'scorm-1.2', schemas: 'scorm-1.2', severalParts: true, manifest: { path: 'imsmanifest.xml', write: manifest }, warnings: () => [] };
