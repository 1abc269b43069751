/** `dist/kinds.js`: the kinds of items that only a course with one of them carries, and their style. */
export { apartFields } from '../items/apart/registry.js';
export { default as style } from '../styles/apart/index.css';
