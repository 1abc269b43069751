import type { Nodes, Parents, Root } from 'mdast';
import { directiveFromMarkdown, directiveToMarkdown } from 'mdast-util-directive';
import { mathFromMarkdown, mathToMarkdown } from 'mdast-util-math';
import { directive } from 'micromark-extension-directive';
import { findUnbounded, isTooDeep } from './bounds.js';
import { formulaMarkup, mathSyntax } from './math.js';
import { parseMarkdown } from './parse.js';

/** What a remark processor keeps for its parser and its writer. */
interface ProcessorData { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[]; toMarkdownExtensions?: unknown[] }

/** A plugin for remark: formulas and directives as course source has them, for an editor that reads and writes Markdown. */
export function courseMarkdown(this: { data(): object }): (tree: Root) => void {
  const data = this.data() as ProcessorData;
  (data.micromarkExtensions ??= []).push(directive(), mathSyntax());
  (data.fromMarkdownExtensions ??= []).push(directiveFromMarkdown(), mathFromMarkdown());
  (data.toMarkdownExtensions ??= []).push(directiveToMarkdown(), mathToMarkdown());
  return settle;
}

/** Whether two texts say the same to the compiler, however they are written: what an editor may put in the place of the other. */
export function isSameMarkdown(one: string, other: string): boolean {
  return one === other || shape(one) === shape(other);
}

function shape(text: string): string {
  if (findUnbounded(text) !== null) return JSON.stringify(text);
  const tree: Root = parseMarkdown(text);
  settle(tree);
  return isTooDeep(tree) ? JSON.stringify(text) : JSON.stringify(tree, (key, value: unknown) => (key === 'position' || key === 'data' ? undefined : value));
}

/** A formula in TeX as MathML; null where it can't be read, with the reason. */
export function formulaOf(tex: string): { mathMl: string; problem: null } | { mathMl: null; problem: string } {
  return formulaMarkup(tex, false);
}

/**
 * Makes the tree what an author means: emphasis of words between <em> and </em>, <strong> and </strong>, as a bank has them
 * that was made from a published course; and text of a colon in prose ("10:30") that is no directive (see inspect.ts).
 */
function settle(parent: Parents): void {
  const children = parent.children as Nodes[];
  for (let at = 0; at < children.length; at += 1) {
    const node = children[at];
    if (node === undefined) continue;
    const tag = node.type === 'html' ? /^<(em|strong)>$/.exec(node.value)?.[1] : undefined;
    const end = tag === undefined ? -1 : children.findIndex((other, index) => index > at && other.type === 'html' && other.value === `</${tag}>`);
    if (end !== -1) children.splice(at, end - at + 1, { type: tag === 'em' ? 'emphasis' : 'strong', children: children.slice(at + 1, end) } as Nodes);
    if (node.type === 'textDirective' && node.name !== 'term' && node.children.length === 0 && Object.keys(node.attributes ?? {}).length === 0) children[at] = { type: 'text', value: `:${node.name}` };
    const [before, here] = [children[at - 1], children[at]];
    if (before?.type === 'text' && here?.type === 'text') {
      children.splice(at - 1, 2, { type: 'text', value: before.value + here.value });
      at -= 1;
    } else if (here !== undefined && 'children' in here) settle(here);
  }
}
