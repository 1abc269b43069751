/** One item of the course source by itself: what it compiles to, what is wrong with it, and its Markdown for an editor. Runs in a browser as well. */
export { compileItemDocument, type CompiledDocument, type ItemProblem, type ItemSetting } from './source/item-document.js';
export { courseMarkdown, formulaOf, isSameMarkdown } from './markdown/rich-text.js';
