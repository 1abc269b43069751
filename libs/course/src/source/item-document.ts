import type { Item } from '@preceptor/assessment';
import type { Reporter } from '../diagnostics/diagnostic.js';
import { nearest } from '../diagnostics/suggest.js';
import { registry, type DiagnosticName, type Severity } from '../diagnostics/registry.js';
import { SourceText, type Span } from '../files/source-text.js';
import { mediaPath, type MediaLookup, type PictureSize } from '../media/lookup.js';
import { Fields } from '../yaml/fields.js';
import type { Path, Places } from '../yaml/places.js';
import { compileItem } from './items/index.js';

/** Something about an item document: what the compiler says of a bank, by the path of the value instead of a line. */
export interface ItemProblem {
  /** a code of docs/diagnostics.md */
  code: string;
  severity: Severity;
  /** the way to the value in the document; of a value that lacks, the way to where it would be; empty: the whole */
  path: (string | number)[];
  message: string;
  /** how to mend it */
  hint: string | null;
}

/** What an item document is compiled against. */
export interface ItemSetting {
  /** The picture or sound that a path such as media/box.svg names; null: there is none. Sizes in pixels, 0 for sound. */
  media: (path: string) => { width: number; height: number } | null;
  /** Names of the course that the item may use; left out: nothing is said of them. */
  course?: { statements: readonly string[]; lessons: readonly string[]; terms: readonly string[] };
  /** BCP 47; `en` unless said */
  language?: string;
}

export interface CompiledDocument {
  /** null: it cannot be shown or scored yet, and why is among the problems */
  item: Item | null;
  /** the same with the ids of choices that the document has: for whoever says something of a place in it, and never for a learner */
  written: Item | null;
  problems: ItemProblem[];
}

/** Most problems that are told of one item. */
const mostProblems = 100;

/**
 * Compiles one item as course source has it: an entry of bank.yaml as plain data, its texts in Markdown. Whatever the
 * value is, it is answered with problems and never thrown at. Needs no Node: an editor compiles while one types.
 */
export function compileItemDocument(document: unknown, setting: ItemSetting): CompiledDocument {
  const places = new DocumentPlaces();
  const problems: ItemProblem[] = [];
  const reporter: Reporter = {
    report: (name, _file, span, message, help) => {
      if (problems.length < mostProblems) problems.push(problemOf(name, places.pathAt(span), message, help));
    },
  };
  const fields = new Fields(places, { source: places.source, reporter, media: lookupOf(setting.media), language: setting.language ?? 'en' }, `${idOf(document)}-`);
  const compiled = compileItem(document, [], fields);
  if (compiled !== null) checkNames(compiled.item, compiled.lessons ?? [], fields, setting);
  return { item: compiled?.item ?? null, written: compiled?.written ?? null, problems };
}

function problemOf(name: DiagnosticName, path: Path, message: string, help: string | undefined): ItemProblem {
  const { code, severity, mend } = registry[name];
  return { code, severity, path: [...path], message, hint: help ?? mend };
}

function idOf(document: unknown): string {
  const id = typeof document === 'object' && document !== null && 'id' in document ? document.id : undefined;
  return typeof id === 'string' ? id.replace(/[^a-z0-9-]/g, '').slice(0, 64) : '';
}

/** What a bank's file says of its items beside what each says itself: see parts/bank.ts and link/references.ts. */
function checkNames(item: Item, lessons: readonly string[], fields: Fields, { course }: ItemSetting): void {
  if (item.statements.length === 0) fields.report('item-without-statements', ['statements'], `The item "${item.id}" names no statement that it asks.`);
  if (course === undefined) return;
  const { file, setting: { reporter }, terms } = fields;
  const known = (name: DiagnosticName, word: string, id: string, ids: readonly string[], span: Span): void => {
    if (ids.includes(id)) return;
    const near = nearest(id, ids);
    reporter.report(name, file.source, span, `There is no ${word} "${id.slice(0, 64)}".`, near === null ? undefined : `Did you mean "${near}"?`);
  };
  item.statements.forEach((id, index) => { known('unknown-statement', 'statement', id, course.statements, file.at(['statements', index])); });
  lessons.forEach((id, index) => { known('unknown-lesson', 'lesson', id, course.lessons, file.at(['lessons', index])); });
  for (const term of terms) known('unknown-term', 'term', term.id, course.terms, term.span);
}

function lookupOf(media: ItemSetting['media']): MediaLookup {
  return {
    resolve: (address) => {
      const named = mediaPath(address);
      if ('is' in named) return named;
      return media(named.path) === null ? { is: 'missing', path: named.path, near: null } : { is: 'file', path: named.path };
    },
    sizeOf: (path): PictureSize | null => {
      const found = media(path);
      return found === null || found.width < 1 || found.height < 1 ? null : { width: found.width, height: found.height };
    },
  };
}

/** The places of a document that no file holds: each path that is asked for has a line of its own, which leads back to it. */
class DocumentPlaces implements Places {
  readonly source = new SourceText('item', '');
  #paths: Path[] = [];

  at(path: Path): Span {
    const line = this.#paths.push(path);
    return { line, column: 1, endLine: line, endColumn: 2 };
  }

  atKey(path: Path): Span { return this.at(path); }
  atMissing(path: Path): Span { return this.at(path); }
  scalar(): null { return null; }

  pathAt(span: Span): Path {
    return this.#paths[span.line - 1] ?? [];
  }
}
