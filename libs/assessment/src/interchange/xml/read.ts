import type { XmlNode } from 'libxml2-wasm';
import { Refused, type Limits } from '../contract.js';
import { decoded } from '../text/decode.js';

/** An element as it was read. Names are local; `line` counts from 1. */
export interface XmlTree { name: string; attributes: Readonly<Record<string, string>>; children: (XmlTree | string)[]; line: number }

/**
 * Reads XML that nobody vouches for. A document type is refused, and with it every entity of its own; nothing is loaded
 * from the network or a file. Throws Refused with the line where it fails.
 */
export async function readXml(bytes: Uint8Array, limits: Limits): Promise<XmlTree> {
  const text = decoded(bytes, { declared: (start) => /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)["']/.exec(start)?.[1] }).replace(/^\s*<\?xml[^>]*\?>/, (declaration) => declaration.replaceAll(/[^\n]/g, ' '));
  const doctype = /<!(DOCTYPE|ENTITY)/i.exec(text.replaceAll(/<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->/g, (skipped) => skipped.replaceAll(/[^\n]/g, ' ')));
  if (doctype) throw new Refused('xml-doctype', 'The file declares a document type, which could read files of the server or grow without end; it was not read. Take the line that begins with <!DOCTYPE out.', text.slice(0, doctype.index).split('\n').length);
  tooDeep(text, limits);
  // Loaded when a file is read: it is large, and most that use this room read none.
  const libxml = await import('libxml2-wasm');
  const { ParseOption: option } = libxml;
  let document: InstanceType<typeof libxml.XmlDocument>;
  try {
    document = libxml.XmlDocument.fromString(text, { option: option.XML_PARSE_NONET | option.XML_PARSE_NO_XXE | option.XML_PARSE_NO_SYS_CATALOG | option.XML_PARSE_BIG_LINES });
  } catch (error) {
    if (!(error instanceof libxml.XmlLibError)) throw error;
    const first = error.details[0];
    throw new Refused('xml-malformed', `The file is not well-formed: ${(first?.message ?? error.message).trim().replace(/\.$/, '')}.`, first?.line ?? null);
  }
  try {
    return treeOf(document.root, libxml);
  } finally {
    document.dispose();
  }
}

/** Bounds depth and number before the parser builds anything. */
function tooDeep(text: string, limits: Limits): void {
  let depth = 0;
  let elements = 0;
  for (const tag of text.matchAll(/<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|<(\/?)[^\s!?/>][^>]*?(\/?)>/g)) {
    if (tag[1] === undefined) continue;
    if (tag[1] === '/') depth--;
    else {
      elements++;
      if (tag[2] === '') depth++;
    }
    const over = depth > limits.depth ? `more than ${String(limits.depth)} elements inside each other` : elements > limits.elements ? `more than ${String(limits.elements)} elements` : undefined;
    if (over !== undefined) throw new Refused('xml-too-large', `The file has ${over}.`, text.slice(0, tag.index).split('\n').length);
  }
}

type Libxml = typeof import('libxml2-wasm');
function treeOf(element: InstanceType<Libxml['XmlElement']>, libxml: Libxml): XmlTree {
  const children: (XmlTree | string)[] = [];
  for (let node: XmlNode | null = element.firstChild; node !== null; node = next(node, libxml)) {
    if (node instanceof libxml.XmlElement) children.push(treeOf(node, libxml));
    else if (node instanceof libxml.XmlText || node instanceof libxml.XmlCData) children.push(node.content);
  }
  const attributes = Object.fromEntries(element.attrs.map((attribute) => [attribute.prefix === 'xml' ? `xml:${attribute.name}` : attribute.name, attribute.value]));
  return { name: element.name, attributes, children, line: element.line };
}
function next(node: XmlNode, libxml: Libxml): XmlNode | null {
  return node instanceof libxml.XmlTreeNode ? node.next : null;
}

/** The children of an element that are elements, of the name if one is given. */
export function elements(tree: XmlTree, name?: string): XmlTree[] {
  return tree.children.filter((child): child is XmlTree => typeof child !== 'string' && (name === undefined || child.name === name));
}
export function first(tree: XmlTree | undefined, name: string): XmlTree | undefined {
  return tree === undefined ? undefined : elements(tree, name)[0];
}
/** All elements below, in their order. */
export function below(tree: XmlTree, name: string): XmlTree[] {
  return elements(tree).flatMap((child) => [...(child.name === name ? [child] : []), ...below(child, name)]);
}
/** All text of an element and what it holds. */
export function words(tree: XmlTree | undefined): string {
  return tree === undefined ? '' : tree.children.map((child) => (typeof child === 'string' ? child : words(child))).join('');
}
