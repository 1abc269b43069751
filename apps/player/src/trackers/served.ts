/** The one adapter that no package carries: it has a script of its own (`hosted.tsx`), and so has no line in the registry of standards. */
export { openHosted } from './hosted/index.js';
