import type { Standard } from '../standard.js';
import { notSaid } from '../warnings.js';

const title = 'Plain web site';

/** A folder for a web server, a stick or a preview: the course alone, progress kept in the browser. */
export const site: Standard = {
  title, boot: 'standalone', schemas: null, severalParts: false, manifest: null,
  warnings: (_course, _parts, { structure, attempts }) => [...(structure === 'single' ? [] : [notSaid.structure(title)]), ...(attempts === null ? [] : [notSaid.attempts(title)])],
};
