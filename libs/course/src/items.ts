/** One item of the course source by itself: what it compiles to, and what is wrong with it. Runs in a browser as well. */
export { compileItemDocument, type CompiledDocument, type ItemProblem, type ItemSetting } from './source/item-document.js';
