import { cmi5 } from './cmi5/index.js';
import { scorm12 } from './scorm-1.2/index.js';
import { scorm20042 } from './scorm-2004-2/index.js';
import { scorm20043 } from './scorm-2004-3/index.js';
import { scorm20044 } from './scorm-2004-4/index.js';
import { site } from './site/index.js';
import type { Standard } from './standard.js';

export type StandardName = 'scorm-1.2' | 'scorm-2004-2' | 'scorm-2004-3' | 'scorm-2004-4' | 'cmi5' | 'site';
export type { ManifestWriter, PackageWarning, Standard } from './standard.js';

/** Every standard that a course can be packaged for. */
export const standards = {
  'scorm-1.2': scorm12, 'scorm-2004-2': scorm20042, 'scorm-2004-3': scorm20043, 'scorm-2004-4': scorm20044, cmi5, site,
} satisfies Record<StandardName, Standard>;
export const standardNames: readonly StandardName[] = Object.freeze(Object.keys(standards) as StandardName[]);

export function isStandardName(name: string): name is StandardName {
  return Object.hasOwn(standards, name);
}
