import { Document, isMap, isScalar, isSeq, parseDocument, Scalar, visit, type Node, type YAMLMap } from 'yaml';
import { canonicalJson } from '../canonical.js';
import { yamlOptions } from '../yaml/parse.js';

type Written = Record<string, unknown>;
const layout = { lineWidth: 120, doubleQuotedAsJSON: true, flowCollectionPadding: false } as const;

/** A new bank.yaml. */
export function newBank(head: { id: string; title: string; unit?: string }, items: readonly Written[]): string {
  return new Document(nodeOf(new Document(), { ...head, items })).toString(layout);
}

/**
 * The text of a bank.yaml or checks.yaml in which `items` stand as they are given, by id: an item that is the same keeps
 * its lines, comments included; in a changed one the fields that are the same keep their style; new ones come last, and
 * those that are not given go. Throws where the text is no YAML of a bank: read it with `readBank` first.
 */
export function writeBank(text: string, items: readonly Written[]): string {
  const document = parseDocument(text, yamlOptions);
  const list = isSeq(document.contents) ? document.contents : document.get('items');
  if (!isSeq(list) || document.errors.length > 0) throw new TypeError('This is no bank of items.');
  const wanted = new Map(items.map((item) => [item['id'], item]));
  const nodes = list.items.filter((node): node is YAMLMap => isMap(node));
  const there = new Set(nodes.map(idOf));
  const added = items.filter(({ id }) => !there.has(id));
  const edits = nodes.flatMap((node): Edit[] => {
    const item = wanted.get(idOf(node));
    if (item === undefined) return [{ node, becomes: null }];
    return update(document, node, item) ? [{ node, becomes: node }] : [];
  });
  if (edits.length === 0 && added.length === 0) return text;
  if (list.flow === true || nodes.length === 0 || nodes.some((node) => node.flow === true) || nodes.length - edits.filter(({ becomes }) => becomes === null).length + added.length === 0) {
    list.items = [...nodes.filter((node) => wanted.has(idOf(node))), ...added.map((item) => nodeOf(document, item))];
    list.flow = list.items.length === 0;
    return document.toString(layout);
  }
  return spliced(text, nodes, edits, added);
}

interface Edit { node: YAMLMap; /** null: it goes */ becomes: YAMLMap | null }

/** Writes no line but those of items that changed. */
function spliced(text: string, nodes: readonly YAMLMap[], edits: readonly Edit[], added: readonly Written[]): string {
  const [first] = nodes;
  const column = first === undefined ? 2 : columnOf(text, first);
  const end = endOf(text, nodes.at(-1));
  let out = `${text.slice(0, end)}${text[end - 1] === '\n' || added.length === 0 ? '' : '\n'}${added.map((item) => `${' '.repeat(column - 2)}- ${rendered(nodeOf(new Document(), item), column)}`).join('')}${text.slice(end)}`;
  for (const { node, becomes } of edits.toReversed()) {
    const index = nodes.indexOf(node);
    // An item's comments are the lines before it, down from the end of the one before.
    const from = becomes !== null ? startOf(node) : index === 0 ? lineOf(text, startOf(node)) : endOf(text, nodes[index - 1]);
    const kept = becomes === null ? '' : rendered(becomes, columnOf(text, node));
    out = out.slice(0, from) + kept + out.slice(endOf(text, node));
  }
  return out;
}

const startOf = (node: YAMLMap): number => node.range?.[0] ?? 0;
const lineOf = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;
const columnOf = (text: string, node: YAMLMap): number => startOf(node) - lineOf(text, startOf(node));

/** After the line on which an item's last value ends, without the comments that follow. */
function endOf(text: string, node: YAMLMap | undefined): number {
  const value = node?.range?.[1] ?? text.length;
  const trimmed = text.slice(0, value).trimEnd().length;
  const line = text.indexOf('\n', trimmed);
  return line === -1 ? text.length : line + 1;
}

function rendered(node: Node, column: number): string {
  return new Document(node).toString(layout).trimEnd().replaceAll(/\n(?!\n)/g, `\n${' '.repeat(column)}`).concat('\n');
}

/** Texts that begin or end with space are quoted, so that nothing of them depends on how blocks are cut. */
const fringed = /^\s|\s$|[^\S\n]\n/;
function nodeOf(document: Document, value: unknown): Node {
  const node = document.createNode(value);
  visit(node, { Scalar: (_key, scalar) => { if (typeof scalar.value === 'string' && fringed.test(scalar.value)) scalar.type = Scalar.QUOTE_DOUBLE; } });
  return node;
}

function idOf(node: YAMLMap): unknown {
  return node.get('id');
}

/** Whether anything had to be changed. */
function update(document: Document, node: YAMLMap, item: Written): boolean {
  let touched = false;
  const now = node.toJS(document) as Written;
  for (const [key, value] of Object.entries(item)) {
    if (Object.hasOwn(now, key) && canonicalJson(now[key]) === canonicalJson(value)) continue;
    const old = node.get(key, true);
    // A text stays in the style in which it was written.
    if (isScalar(old) && typeof value === 'string' && !fringed.test(value)) old.value = value;
    else node.set(key, nodeOf(document, value));
    touched = true;
  }
  for (const key of Object.keys(now)) {
    if (Object.hasOwn(item, key)) continue;
    node.delete(key);
    touched = true;
  }
  return touched;
}
