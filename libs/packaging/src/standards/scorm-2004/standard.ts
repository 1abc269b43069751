import type { Standard } from '../standard.js';
import type { Edition } from './edition.js';
import { manifest } from './manifest.js';
import { warnings } from './warnings.js';

/** A standard out of an edition of SCORM 2004. */
export function scorm2004(title: string, schemas: string, edition: Edition): Standard {
  return {
    title, boot: 'scorm-2004', schemas, severalParts: true,
    manifest: { path: 'imsmanifest.xml', write: (course, parts, files, options) => manifest(edition, course, parts, files, options) },
    warnings: (_course, parts, options) => warnings(edition, title, parts, options),
  };
}
