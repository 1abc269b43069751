import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { DiagnosticList } from '../diagnostics/diagnostic.js';
import type { SourceText, Span } from '../files/source-text.js';
import type { MediaLibrary } from '../media/library.js';
import type { MarkdownSetting } from '../markdown/task.js';
import { Fields } from '../yaml/fields.js';
import { parseYaml } from '../yaml/parse.js';
import { mergeTranslation } from '../translation/merge.js';
import type { TranslatedFile } from '../translation/texts.js';
import { matterOf } from './front-matter.js';
import type { Path, YamlFile } from '../yaml/yaml-file.js';

/** What an id is the id of. Those of a learner's progress share one name space. */
export type IdKind = 'unit' | 'lesson' | 'item' | 'reflection' | 'assessment' | 'bank' | 'statement' | 'term' | 'objective' | 'section';
/** An id in a file: where it is defined, or where it is named. */
export interface IdPlace { kind: IdKind; id: string; file: SourceText; span: Span }

/** What one file of the source compiles to by itself: it depends on nothing but the file, the media it asked for and the language. */
export interface Part<T> {
  source: SourceText;
  /** null: the file cannot be used, and why is in the diagnostics */
  value: T | null;
  /** ids that the file defines, those of its broken entries included, so that one error does not bring others */
  defines: IdPlace[];
  /** ids of elsewhere that the file names */
  mentions: IdPlace[];
  diagnostics: Diagnostic[];
  /** of a translation: how many of its entries have a text that is not translated */
  lacking: number;
}

export interface PartContext {
  media: MediaLibrary;
  /** BCP 47 */
  language: string;
  /** what the file is a translation of, if it is one */
  original?: { source: SourceText; kind: TranslatedFile; language: string };
}

/** Collects the parts of a Part while a file is compiled. */
export class PartBuilder {
  readonly list = new DiagnosticList();
  readonly defines: IdPlace[] = [];
  readonly mentions: IdPlace[] = [];
  readonly setting: MarkdownSetting;
  #lacking = 0;

  constructor(readonly source: SourceText, readonly context: PartContext) {
    this.setting = { source, reporter: this.list, media: context.media, language: context.language };
  }

  /** The YAML of the file; in a translation, that of the original with the texts of the file. */
  yaml(range?: { start: number; end: number }): YamlFile | null {
    const file = parseYaml(this.source, this.list, range);
    const { original } = this.context;
    if (file === null || original === undefined) return file;
    const base = parseYaml(original.source, new DiagnosticList(), range === undefined ? undefined : matterOf(original.source.text) ?? undefined);
    const merged = mergeTranslation(file, base?.value, original.kind, this.list);
    this.#lacking = merged.lacking;
    return merged.file;
  }

  fields(file: YamlFile): Fields {
    return new Fields(file, this.setting);
  }

  define(kind: IdKind, id: unknown, span: Span): void {
    if (typeof id === 'string') this.defines.push({ kind, id, file: this.source, span });
  }

  mention(kind: IdKind, id: string, span: Span): void {
    this.mentions.push({ kind, id, file: this.source, span });
  }

  /** Names each id of a list that stands at `path`. */
  mentionAll(kind: IdKind, ids: readonly string[], file: YamlFile, path: Path): void {
    ids.forEach((id, index) => this.mention(kind, id, file.at([...path, index])));
  }

  done<T>(value: T | null): Part<T> {
    return { source: this.source, value, defines: this.defines, mentions: this.mentions, diagnostics: this.list.items, lacking: this.#lacking };
  }
}

/** A key of a mapping that may be anything at all. */
export function keyOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
}
