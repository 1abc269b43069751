import { courseMarkdown, isSameMarkdown } from '@preceptor/course/items';
import { Editor, remarkCtx, remarkStringifyOptionsCtx, rootCtx, schemaCtx } from '@milkdown/kit/core';
import {
  blockquoteAttr, blockquoteSchema, bulletListAttr, bulletListSchema, codeBlockAttr, codeBlockSchema, docSchema, emphasisAttr, emphasisSchema, hardbreakAttr, hardbreakSchema, headingAttr, headingIdGenerator, headingSchema,
  hrAttr, hrSchema, imageAttr, imageSchema, inlineCodeAttr, inlineCodeSchema, linkAttr, linkSchema, listItemAttr, listItemSchema, orderedListAttr, orderedListSchema, paragraphAttr, paragraphSchema, remarkAddOrderInListPlugin,
  remarkInlineLinkPlugin, remarkLineBreak, strongAttr, strongSchema, textSchema,
} from '@milkdown/kit/preset/commonmark';
import type { Node, Schema } from '@milkdown/kit/prose/model';
import { ParserState, SerializerState } from '@milkdown/kit/transformer';
import { $remark } from '@milkdown/kit/utils';
import { nodesOfCourse } from './nodes.js';

/** What all rich texts of a page have in common: one schema, and the way between it and Markdown. */
export interface Engine {
  schema: Schema;
  read: (markdown: string) => Node;
  write: (document: Node) => string;
  /** Whether a text survives being read and written: what does not is edited as Markdown. */
  holds: (markdown: string) => boolean;
}

let made: Promise<Engine> | null = null;

/** Made once; every field on the page has a view of its own on it. */
export function engine(): Promise<Engine> {
  return (made ??= make());
}

const course = $remark('courseMarkdown', () => courseMarkdown);
/** A list is written without empty lines between its points unless its source has them. */
const tightListItem = listItemSchema.extendSchema((before) => (ctx) => {
  const usual = before(ctx);
  return {
    ...usual,
    attrs: { ...usual.attrs, spread: { default: 'false' } },
    toMarkdown: { match: usual.toMarkdown.match, runner: (state, node) => void state.openNode('listItem', undefined, { spread: isSpread(node) }).next(node.content).closeNode() },
  };
});
const tightBullets = bulletListSchema.extendSchema((before) => (ctx) => ({
  ...before(ctx), toMarkdown: { match: (node) => node.type.name === 'bullet_list', runner: (state, node) => void state.openNode('list', undefined, { ordered: false, spread: isSpread(node) }).next(node.content).closeNode() },
}));
const tightNumbers = orderedListSchema.extendSchema((before) => (ctx) => ({
  ...before(ctx), toMarkdown: { match: (node) => node.type.name === 'ordered_list', runner: (state, node) => void state.openNode('list', undefined, { ordered: true, start: node.attrs['order'] ?? 1, spread: isSpread(node) }).next(node.content).closeNode() },
}));
const isSpread = (node: Node): boolean => String(node.attrs['spread']) === 'true';

async function make(): Promise<Engine> {
  const editor = await Editor.make()
    .config((ctx) => {
      ctx.set(rootCtx, document.createElement('div'));
      ctx.set(remarkStringifyOptionsCtx, { bullet: '-', emphasis: '*', strong: '*', rule: '-', listItemIndent: 'one', incrementListMarker: true });
    })
    .use([docSchema, paragraphAttr, paragraphSchema, headingIdGenerator, headingAttr, headingSchema, hardbreakAttr, hardbreakSchema, blockquoteAttr, blockquoteSchema, codeBlockAttr, codeBlockSchema].flat())
    .use([hrAttr, hrSchema, imageAttr, imageSchema, bulletListAttr, tightBullets, orderedListAttr, tightNumbers, listItemAttr, tightListItem].flat())
    .use([emphasisAttr, emphasisSchema, strongAttr, strongSchema, inlineCodeAttr, inlineCodeSchema, linkAttr, linkSchema, textSchema].flat())
    .use([course, remarkAddOrderInListPlugin, remarkInlineLinkPlugin, remarkLineBreak].flat())
    .use(nodesOfCourse.flat())
    .create();
  const [schema, remark] = [editor.ctx.get(schemaCtx), editor.ctx.get(remarkCtx)];
  // Made anew for each text: one that threw is left in the middle of its work.
  const read = (markdown: string): Node => ParserState.create(schema, remark)(markdown) ?? schema.topNodeType.createAndFill() ?? schema.node('doc');
  const write = (document: Node): string => SerializerState.create(schema, remark)(document).replace(/&#x20;/g, ' ').replace(/(\d)\\:(?=\d)/g, '$1:').trim();
  const holds = (markdown: string): boolean => {
    try {
      return isSameMarkdown(markdown.trim(), write(read(markdown)));
    } catch {
      return false;
    }
  };
  return { schema, read, write, holds };
}
