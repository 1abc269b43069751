import type { ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toHast } from 'mdast-util-to-hast';
import { findUnbounded, isTooDeep } from './bounds.js';
import { handlersFor } from './elements.js';
import { footnoteBackLabel, neutralFootnotes } from './footnotes.js';
import { inspect } from './inspect.js';
import { withFormulas } from './math.js';
import { parseMarkdown } from './parse.js';
import { sanitised } from './sanitise.js';
import { MarkdownTask, type MarkdownSetting } from './task.js';
import { plainText } from './text.js';
import type { Span } from '../files/source-text.js';
import { isStackOverflow } from '../stack-overflow.js';

export interface CompiledText { html: string; text: string; task: MarkdownTask }

/**
 * Turns Markdown into sanitised HTML and plain text. `place` says where in the file the characters of `text` stand.
 * What is refused is reported, and gives an empty text.
 */
export function compileMarkdown(text: string, setting: MarkdownSetting, scope: 'lesson' | 'field', idPrefix: string, place: (start: number, end: number) => Span): CompiledText {
  const task = new MarkdownTask(setting, scope, idPrefix, text, place, write);
  const refuse = (name: 'markdown-too-deep' | 'paragraph-too-long', offset: number, message: string): CompiledText => {
    setting.reporter.report(name, setting.source, place(offset, offset + 1), message);
    return { html: '', text: '', task };
  };
  const unbounded = findUnbounded(text);
  if (unbounded !== null) return refuse(unbounded.name, unbounded.offset, unbounded.message);
  try {
    const tree = parseMarkdown(text);
    if (isTooDeep(tree)) return refuse('markdown-too-deep', 0, 'The Markdown is nested too deeply.');
    inspect(tree, task);
    const root = toHast(tree, {
      allowDangerousHtml: true, clobberPrefix: idPrefix, footnoteBackLabel, handlers: handlersFor(task),
    });
    const wrapped: Root = root.type === 'root' ? root : { type: 'root', children: [root as ElementContent] };
    neutralFootnotes(wrapped);
    return { html: write(wrapped.children as ElementContent[], task), text: plainText(tree), task };
  } catch (error) {
    if (!isStackOverflow(error)) throw error;
    return refuse('markdown-too-deep', 0, 'The Markdown is nested too deeply.');
  }
}

function write(nodes: ElementContent[], task: MarkdownTask): string {
  const root: Root = { type: 'root', children: nodes };
  return withFormulas(toHtml(task.raw ? sanitised(root, task) : root, { allowDangerousHtml: false }), task.formulas);
}
