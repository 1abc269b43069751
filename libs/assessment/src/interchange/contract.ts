import type { ContentOf, Item, ItemBase, Kind, KeyOf, Feedback } from '../item.js';
import type { FormatName } from './format-names.js';
import type { ItemReport, Ledger } from './ledger.js';

/** A file that came in. Zips are the caller's to read and write: a package is the list of its files. */
export interface InterchangeFile { /** with `/`, as in the package */ path: string; bytes: Uint8Array }
export interface OutFile { path: string; mediaType: string; text: string }

/** An item or a row that could not be read or written. `line` counts from 1; null: the whole file. */
export interface Failure { file: string; line: number | null; item: string | null; code: string; reason: string }

export interface ExportResult { files: OutFile[]; reports: ItemReport[]; /** items that the format can't hold at all */ refused: Failure[]; /** pictures that the caller adds, as the items name them */ media: string[] }
export interface ImportedItem { item: Item; report: ItemReport; file: string; line: number | null }
/** `media`: pictures of the package that the items use, and what they call them; the caller copies them. */
export interface ImportResult { items: ImportedItem[]; failures: Failure[]; media: { file: string; as: string }[] }

/** What the format makes of an item. `whole`: export and import give the same item; `partly`: something is lost; `none`: it can't be written. */
export interface Expression { extent: 'whole' | 'partly' | 'none'; report: ItemReport; /** where `none` */ reason: string | null }

/** Details that an item has in Preceptor and a file need not tell. */
export type Details = Pick<ItemBase, 'statements' | 'level' | 'difficulty' | 'maxScore' | 'shuffle' | 'certainty' | 'lessons' | 'tags'>;
export interface ImportOptions {
  /** What an item is where its file says nothing; the built-in ones are in `details.ts`. */
  defaults?: Partial<Details>;
  /**
   * Turns hostile HTML into what Preceptor may show, by the policy of course Markdown. Left out: the strict one of
   * `text/sanitise.ts`. It must leave what it once gave unchanged.
   */
  sanitise?: (html: string) => string;
  /** Ids that the bank has already: an item with such an id gets another. */
  takenIds?: Iterable<string>;
  /** CSV: our column -> the heading that the file has for it. */
  columns?: Readonly<Record<string, string>>;
  limits?: Partial<Limits>;
}
export interface ExportOptions { /** names the bank in files that have a place for it */ title?: string }
export interface Limits { /** of one file */ bytes: number; items: number; /** elements of one XML file */ elements: number; /** of elements inside each other */ depth: number }

/** The kind of an item and what belongs to it. */
export type Asked = { [K in Kind]: { kind: K; content: ContentOf[K]; key: KeyOf[K] } }[Kind];
/** An item as a format reads it: not yet sanitised, named or checked. In a cloze, gaps stand as `gapMark(id)`. */
export interface Draft { name: string; stemHtml: string; asked: Asked; feedback: Feedback; details: Partial<Details> }

export interface Reading {
  options: ImportOptions;
  limits: Limits;
  /** Takes an item in; what is wrong with it becomes a failure. */
  add(draft: Draft, ledger: Ledger, file: string, line: number | null): void;
  fail(failure: Failure): void;
  /** What an item calls a picture of the package; undefined: no safe path, or no picture. */
  picture(path: string): string | undefined;
}
/** What every format is. `P` is an item as it stands in the file. */
export interface FormatRules<P> {
  title: string;
  /** Writes one item and tells the ledger of it; a text: why it can't. */
  write(item: Item, ledger: Ledger): P | Unwritable;
  assemble(pieces: { item: Item; piece: P }[], title: string): OutFile[];
  read(files: readonly InterchangeFile[], reading: Reading): Promise<void>;
}
export class Unwritable { constructor(readonly reason: string) {} }
/** A format with its piece hidden. */
export interface Format { name: FormatName; title: string; export(items: readonly Item[], options: ExportOptions): ExportResult; express(item: Item): Expression; read(files: readonly InterchangeFile[], reading: Reading): Promise<void> }
/** Thrown by readers: the whole file is refused. */
export class Refused extends Error { constructor(readonly code: string, reason: string, readonly line: number | null = null) { super(reason); } }
