import type { Standard } from '../standard.js';

/** A folder for a web server, a stick or a preview: the course alone, progress kept in the browser. */
export const site: Standard = { title: 'Plain web site', boot: 'standalone', schemas: null, severalParts: false, manifest: null, warnings: () => [] };
