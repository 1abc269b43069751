/** `dist/cmi5.js`: how a course is reported in cmi5, which only packages of cmi5 carry. */
export { openCmi5 } from '../trackers/cmi5/index.js';
