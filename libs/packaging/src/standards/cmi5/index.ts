import type { Standard } from '../standard.js';
import { courseStructure } from './course-structure.js';
import { warnings } from './warnings.js';

/** cmi5 (Quartz). The schema of `cmi5.xml` stands in `schemas/cmi5`; packages carry none. */
export const cmi5: Standard = {
  title: 'cmi5', boot: 'cmi5', schemas: null, severalParts: true,
  manifest: { path: 'cmi5.xml', write: courseStructure },
  warnings: (_course, parts, options) => warnings(parts, options),
};
