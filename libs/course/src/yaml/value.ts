import { isAlias, isMap, isNode, isScalar, isSeq, type Node, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Reporter } from '../diagnostics/diagnostic.js';
import type { SourceText } from '../files/source-text.js';

interface Conversion { source: SourceText; base: number; reporter: Reporter }
interface Converted { value: unknown; anchors: Map<string, Node> }

/** Most values that a file may hold with its aliases written out. */
const maxValues = 400_000;

/**
 * Turns composed nodes into plain data. Aliases are written out within a bound; keys that stand twice, that are no
 * text, or that would reach an object's prototype are reported and left out. null: aliases grow beyond the bound.
 */
export function toValue(contents: unknown, conversion: Conversion): Converted | null {
  const converter = new Converter(conversion);
  try {
    return { value: converter.convert(contents), anchors: converter.anchors };
  } catch (error) {
    if (error instanceof Exploded) return null;
    throw error;
  }
}

class Exploded extends Error {}

class Converter {
  readonly anchors = new Map<string, Node>();
  #open = new Set<Node>();
  #values = 0;
  #outermost: Node | null = null;

  constructor(private readonly conversion: Conversion) {}

  convert(node: unknown): unknown {
    if (!isNode(node)) return node ?? null;
    this.#values += 1;
    if (this.#values > maxValues) this.#explode(node, `Written out, the aliases of this file hold more than ${maxValues.toLocaleString('en')} values.`);
    if (isAlias(node)) return this.#alias(node.source, node);
    if (node.anchor !== undefined) this.anchors.set(node.anchor, node);
    if (isScalar(node)) return this.#scalar(node.value, node.type === 'QUOTE_DOUBLE', node);
    this.#open.add(node);
    const value = isMap(node) ? this.#map(node) : isSeq(node) ? this.#list(node) : null;
    this.#open.delete(node);
    return value;
  }

  #alias(name: string, alias: Node): unknown {
    const target = this.anchors.get(name);
    this.#outermost ??= alias;
    if (target === undefined) this.#explode(alias, `No anchor &${name} stands before this alias.`);
    if (this.#open.has(target)) this.#explode(alias, `The anchor &${name} contains itself.`);
    const value = this.convert(target);
    if (this.#outermost === alias) this.#outermost = null;
    return value;
  }

  #scalar(value: unknown, quoted: boolean, node: Node): unknown {
    if (quoted && typeof value === 'string' && /[\0\p{Cs}]/u.test(value)) {
      this.#report('broken-text', node, 'The text holds an escape that stands for no character.');
      return value.replace(/[\0\p{Cs}]/gu, '\uFFFD');
    }
    return value;
  }

  #list(node: YAMLSeq): unknown[] {
    return node.items.map((item) => this.convert(item));
  }

  #map(node: YAMLMap): Record<string, unknown> {
    const value: Record<string, unknown> = {};
    for (const pair of node.items) {
      const key = isScalar(pair.key) ? String(pair.key.value) : null;
      if (key === null || key === '__proto__') {
        this.#report('yaml-key', isNode(pair.key) ? pair.key : node, 'This key is not a plain word.');
        continue;
      }
      if (Object.hasOwn(value, key)) {
        this.#report('yaml-duplicate-key', isNode(pair.key) ? pair.key : node, `The key "${key}" stands twice here.`);
        continue;
      }
      value[key] = this.convert(pair.value);
    }
    return value;
  }

  #explode(node: Node, message: string): never {
    this.#report('yaml-aliases', this.#outermost ?? node, message);
    throw new Exploded();
  }

  #report(name: 'yaml-aliases' | 'yaml-key' | 'yaml-duplicate-key' | 'broken-text', node: Node, message: string): void {
    const { source, base, reporter } = this.conversion;
    const range = node.range ?? [0, 1, 1];
    reporter.report(name, source, source.span(base + range[0], base + range[1]), message);
  }
}
