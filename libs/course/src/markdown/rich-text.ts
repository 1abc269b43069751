import type { Root } from 'mdast';
import { directiveFromMarkdown, directiveToMarkdown } from 'mdast-util-directive';
import { mathFromMarkdown, mathToMarkdown } from 'mdast-util-math';
import { directive } from 'micromark-extension-directive';
import { findUnbounded, isTooDeep } from './bounds.js';
import { formulaMarkup, mathSyntax } from './math.js';
import { parseMarkdown } from './parse.js';

/** What a remark processor keeps for its parser and its writer. */
interface ProcessorData { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[]; toMarkdownExtensions?: unknown[] }

/** A plugin for remark: formulas and directives as course source has them, for an editor that reads and writes Markdown. */
export function courseMarkdown(this: { data(): object }): void {
  const data = this.data() as ProcessorData;
  (data.micromarkExtensions ??= []).push(directive(), mathSyntax());
  (data.fromMarkdownExtensions ??= []).push(directiveFromMarkdown(), mathFromMarkdown());
  (data.toMarkdownExtensions ??= []).push(directiveToMarkdown(), mathToMarkdown());
}

/** Whether two texts say the same to the compiler, however they are written: what an editor may put in the place of the other. */
export function isSameMarkdown(one: string, other: string): boolean {
  return one === other || shape(one) === shape(other);
}

function shape(text: string): string {
  if (findUnbounded(text) !== null) return JSON.stringify(text);
  const tree: Root = parseMarkdown(text);
  return isTooDeep(tree) ? JSON.stringify(text) : JSON.stringify(tree, (key, value: unknown) => (key === 'position' || key === 'data' ? undefined : value));
}

/** A formula in TeX as MathML; null where it can't be read, with the reason. */
export function formulaOf(tex: string): { mathMl: string; problem: null } | { mathMl: null; problem: string } {
  return formulaMarkup(tex, false);
}
