import type { Standard } from '../standard.js';
import { manifest } from './manifest.js';
import { warnings } from './warnings.js';

const title = 'SCORM 1.2';

export const scorm12: Standard = {
  title, boot: 'scorm-1.2', schemas: 'scorm-1.2', severalParts: true,
  manifest: { path: 'imsmanifest.xml', write: manifest },
  warnings: (_course, parts, options) => warnings(title, parts, options),
};
