import type { ElementContent } from 'hast';
import type { Reporter } from '../diagnostics/diagnostic.js';
import type { DiagnosticName } from '../diagnostics/registry.js';
import type { SourceText, Span } from '../files/source-text.js';
import type { MediaLookup } from '../media/lookup.js';
import type { Reflection } from '../compiled.js';

/** An id that a text names, and where. */
export interface Mention { id: string; span: Span }
/** Anything with a place in the Markdown. */
export interface Positioned { position?: { start: { offset?: number | undefined }; end: { offset?: number | undefined } } | undefined }

/** What stays the same for all Markdown of one file. */
export interface MarkdownSetting { source: SourceText; reporter: Reporter; media: MediaLookup; /** BCP 47; for the captions of videos */ language: string }

/** One piece of Markdown on its way to HTML: where it stands, and what it names. */
export class MarkdownTask {
  readonly terms: Mention[] = [];
  readonly checks: Mention[] = [];
  readonly reflections: (Reflection & { span: Span })[] = [];
  /** formulas of the text as MathML, by the number at their place */
  readonly formulas: string[] = [];
  /** raw HTML stands in the text, so that it must be sanitised */
  raw = false;

  constructor(
    readonly setting: MarkdownSetting,
    /** 'field': a short text of a YAML file, where most directives may not stand */
    readonly scope: 'lesson' | 'field',
    /** begins the ids of footnotes, so that two texts on one page do not clash */
    readonly idPrefix: string,
    /** the Markdown itself */
    readonly wholeText: string,
    private readonly place: (start: number, end: number) => Span,
    /** turns elements into HTML, sanitised where raw HTML stands in the text */
    private readonly write: (nodes: ElementContent[], task: MarkdownTask) => string,
  ) {}

  htmlOf(nodes: ElementContent[]): string {
    return this.write(nodes, this);
  }

  /** What is written at a node. */
  sourceOf(node: Positioned): string {
    return this.wholeText.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
  }

  spanOf(node: Positioned): Span {
    const start = node.position?.start.offset ?? 0;
    return this.place(start, node.position?.end.offset ?? start + 1);
  }

  /** The first line of a node: enough to find a directive or a list that is long. */
  headOf(node: Positioned): Span {
    const span = this.spanOf(node);
    if (span.endLine === span.line) return span;
    const line = this.setting.source.line(span.line) ?? '';
    return { ...span, endLine: span.line, endColumn: Math.max(span.column + 1, line.trimEnd().length + 1) };
  }

  report(name: DiagnosticName, node: Positioned, message: string, help?: string): void {
    this.setting.reporter.report(name, this.setting.source, this.headOf(node), message, help);
  }
}
