import type { SourceText, Span } from '../files/source-text.js';

/** The way to a value: keys of mappings and places in lists. */
export type Path = readonly (string | number)[];

/** Where the values of a YAML file stand, or of a document that was never one. */
export interface Places {
  source: SourceText;
  /** The value at `path`, or the nearest around it. */
  at(path: Path): Span;
  /** The key at the end of `path`. */
  atKey(path: Path): Span;
  /** Where to say that the key at the end of `path` is missing. */
  atMissing(path: Path): Span;
  /** The scalar at `path` as it is written; null: nothing is known of how it is written. */
  scalar(path: Path): { type: string | undefined; start: number; raw: string } | null;
}
