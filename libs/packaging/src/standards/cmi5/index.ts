import type { Standard } from '../standard.js';
import { courseStructure } from './course-structure.js';

export const cmi5: Standard = { title: 'cmi5', boot: 'cmi5', schemas: null, severalParts: true, manifest: { path: 'cmi5.xml', write: courseStructure }, warnings: () => [] };
