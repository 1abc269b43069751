import { DiagnosticList, type Diagnostic } from '../diagnostics/diagnostic.js';
import { SourceText } from '../files/source-text.js';
import { compileMarkdown } from '../markdown/html.js';
import type { MarkdownTask } from '../markdown/task.js';
import { MediaLibrary } from '../media/library.js';

export interface Rendered { html: string; text: string; task: MarkdownTask; diagnostics: Diagnostic[]; codes: string[] }

/** Compiles Markdown by itself; `media` are the names of files under media/, all of them 40 by 30. */
export function render(markdown: string, media: readonly string[] = [], scope: 'lesson' | 'field' = 'lesson'): Rendered {
  const list = new DiagnosticList();
  const source = new SourceText('lesson.md', markdown);
  const entries = media.map((name) => ({ path: `media/${name}`, absolute: `/nowhere/${name}`, bytes: 1, stamp: '1', changed: 0 }));
  const sizes = new Map(entries.map((entry) => [`${entry.path}\n1`, { width: 40, height: 30 }]));
  const setting = { source, reporter: list, media: new MediaLibrary(entries, sizes), language: 'en' };
  const { html, text, task } = compileMarkdown(markdown, setting, scope, 'l-', (start, end) => source.span(start, end));
  return { html, text, task, diagnostics: list.items, codes: list.items.map((item) => item.code) };
}
