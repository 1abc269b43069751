/** The compiler and item lint, in a bundle of their own: the form can be written in before they are there. */
export { compileItemDocument } from '@preceptor/course/items';
export { gathered } from './gathered.js';
