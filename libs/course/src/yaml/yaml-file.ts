import { isAlias, isMap, isPair, isScalar, isSeq, type Node, type Pair } from 'yaml';
import type { SourceText, Span } from '../files/source-text.js';
import type { Path, Places } from './places.js';

export type { Path } from './places.js';

/** A YAML file after parsing: its value as plain data, and the way from a path in the value to a place in the file. */
export class YamlFile implements Places {
  /** `base` is the offset in the file at which the YAML begins (a front matter begins after its first line). */
  constructor(
    readonly source: SourceText,
    readonly value: unknown,
    private readonly contents: Node | null,
    private readonly anchors: ReadonlyMap<string, Node>,
    private readonly base: number,
    /** where a path of the value leads in what is written, if the value was made from it */
    private readonly written: (path: Path) => Path = (path) => path,
  ) {}

  /** The same file with another value that was made from its own; `written` leads from a path of that to one of this. */
  withValue(value: unknown, written: (path: Path) => Path): YamlFile {
    return new YamlFile(this.source, value, this.contents, this.anchors, this.base, written);
  }

  /** The place of the value at `path`; of the nearest value around it where there is none. */
  at(path: Path): Span {
    const { node } = this.#find(path);
    return this.#spanOf(node);
  }

  /** The place of the key at the end of `path`; of its value where it has none, as in a list. */
  atKey(path: Path): Span {
    const { node, pair } = this.#find(path);
    return pair !== null && isScalar(pair.key) ? this.#spanOf(pair.key) : this.#spanOf(node);
  }

  /** Where a mapping or list begins: the place to say that something lacks. */
  atStart(path: Path): Span {
    const span = this.at(path);
    return { ...span, endLine: span.line, endColumn: span.column + 1 };
  }

  atMissing(path: Path): Span {
    return this.atStart(path.slice(0, -1));
  }

  /** The scalar at `path` as it is written, for the way from an offset in its text to a place in the file. */
  scalar(path: Path): { type: string | undefined; start: number; raw: string } | null {
    const { node } = this.#find(path);
    if (!isScalar(node) || !node.range) return null;
    const start = this.base + node.range[0];
    return { type: node.type, start, raw: this.source.text.slice(start, this.base + node.range[1]) };
  }

  #find(path: Path): { node: Node | null; pair: Pair | null } {
    let node = this.contents;
    let pair: Pair | null = null;
    for (const step of this.written(path)) {
      const found = this.#step(node, step);
      if (found === null) break;
      node = found.node ?? node;
      pair = found.pair;
    }
    return { node, pair };
  }

  #step(from: Node | null, step: string | number): { node: Node | null; pair: Pair | null } | null {
    const node = isAlias(from) ? this.anchors.get(from.source) ?? null : from;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      return pair === undefined ? null : { node: (pair.value ?? pair.key) as Node | null, pair };
    }
    if (isSeq(node)) {
      const item = node.items[Number(step)];
      return item === undefined || isPair(item) ? null : { node: item as Node, pair: null };
    }
    return null;
  }

  #spanOf(node: Node | null): Span {
    const range = node?.range;
    if (!range) return this.source.span(this.base, this.base + 1);
    const start = this.base + range[0];
    const text = this.source.text.slice(start, this.base + range[1]);
    return this.source.span(start, start + text.trimEnd().length);
  }
}
