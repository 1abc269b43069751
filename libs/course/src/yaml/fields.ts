import type { DiagnosticName } from '../diagnostics/registry.js';
import type { Span } from '../files/source-text.js';
import { compileMarkdown } from '../markdown/html.js';
import { useMedia } from '../markdown/media.js';
import type { MarkdownSetting, Mention } from '../markdown/task.js';
import { plainMarkdown } from './plain-markdown.js';
import type { Path, Places } from './places.js';

/** The Markdown texts of one YAML file on their way to HTML, and what else is to be said of its values. */
export class Fields {
  /** glossary terms that the texts name */
  readonly terms: Mention[] = [];

  /** `idPrefix` begins the ids of footnotes, beside the path of their text. */
  constructor(readonly file: Places, readonly setting: MarkdownSetting, private readonly idPrefix = '') {}

  /** The HTML of a Markdown text, in paragraphs. */
  html(text: string, ...path: Path): string {
    const plain = plainMarkdown(text);
    return plain === null ? this.#compile(text, path).html : plain === '' ? '' : `<p>${plain}</p>`;
  }

  /** The HTML of a Markdown text; without its paragraph if it is only one. */
  inline(text: string, ...path: Path): string {
    const plain = plainMarkdown(text);
    if (plain !== null) return plain;
    const html = this.#compile(text, path).html.trim();
    const only = /^<p>([^]*)<\/p>$/.exec(html)?.[1];
    return only === undefined || only.includes('<p>') ? html : only;
  }

  /** HTML and plain text of a Markdown text. */
  both(text: string, ...path: Path): { html: string; text: string } {
    const { html, text: plain } = this.#compile(text, path);
    return { html, text: plain };
  }

  picture(address: string, ...path: Path): { src: string; size: { width: number; height: number } | null } | null {
    const span = this.file.at(path);
    return useMedia({ setting: this.setting, report: (name, _node, message, help) => this.setting.reporter.report(name, this.file.source, span, message, help) }, {}, address, 'picture');
  }

  report(name: DiagnosticName, path: Path, message: string, help?: string): void {
    this.setting.reporter.report(name, this.file.source, this.file.at(path), message, help);
  }

  #compile(text: string, path: Path): { html: string; text: string } {
    const compiled = compileMarkdown(text, this.setting, 'field', `${this.idPrefix}${path.filter((step) => step !== 'items').join('-')}-`, (start, end) => this.#place(text, path, start, end));
    this.terms.push(...compiled.task.terms);
    return compiled;
  }

  /** Where characters of a scalar's text stand in the file: found by what is written there, since folding and escapes shift them. */
  #place(text: string, path: Path, start: number, end: number): Span {
    const scalar = this.file.scalar(path);
    const wanted = text.slice(start, Math.min(end, start + 24)).split('\n')[0] ?? '';
    const at = scalar === null || wanted === '' ? -1 : scalar.raw.indexOf(wanted, Math.min(start, scalar.raw.length));
    if (scalar === null || at === -1) return this.file.at(path);
    const length = text.slice(start, end).split('\n')[0]?.length ?? 1;
    return this.file.source.span(scalar.start + at, scalar.start + at + length);
  }
}
