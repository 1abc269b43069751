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
  const doctype = doctypeAt(text);
  if (doctype !== undefined) throw new Refused('xml-doctype', 'The file declares a document type, which could read files of the server or grow without end; it was not read. Take the line that begins with <!DOCTYPE out.', text.slice(0, doctype).split('\n').length);
  // Before anything is built of it; what stands in CDATA counts too.
  if ((text.match(/<[^\s!?/]/g)?.length ?? 0) > limits.elements) throw new Refused('xml-too-large', `The file has more than ${String(limits.elements)} elements.`);
  // Loaded when a file is read: it is large, and most that use this room read none.
  const libxml = await import('libxml2-wasm');
  const { ParseOption: option } = libxml;
  let document: InstanceType<typeof libxml.XmlDocument>;
  try {
    document = libxml.XmlDocument.fromString(text, { option: option.XML_PARSE_NONET | option.XML_PARSE_NO_XXE | option.XML_PARSE_NO_SYS_CATALOG | option.XML_PARSE_BIG_LINES });
  } catch (error) {
    if (!(error instanceof libxml.XmlLibError)) throw error;
    const first = error.details[0];
    if (/depth/i.test(first?.message ?? error.message)) throw new Refused('xml-too-large', 'The file has too many elements inside each other.', first?.line ?? null);
    throw new Refused('xml-malformed', `The file is not well-formed: ${(first?.message ?? error.message).trim().replace(/\.$/, '')}.`, first?.line ?? null);
  }
  try {
    return treeOf(document.root, libxml, limits.depth);
  } finally {
    document.dispose();
  }
}

/** Where the document type stands: after white space, comments and instructions, and nowhere else (XML 1.0, 2.8). */
function doctypeAt(text: string): number | undefined {
  let at = 0;
  for (;;) {
    while (at < text.length && /\s/.test(text[at] ?? '')) at++;
    const close = text.startsWith('<!--', at) ? '-->' : text.startsWith('<?', at) ? '?>' : undefined;
    if (close === undefined) return /^<!(DOCTYPE|ENTITY)/i.test(text.slice(at, at + 9)) ? at : undefined;
    const end = text.indexOf(close, at + 2);
    if (end === -1) return undefined;
    at = end + close.length;
  }
}

type Libxml = typeof import('libxml2-wasm');
function treeOf(element: InstanceType<Libxml['XmlElement']>, libxml: Libxml, deeper: number): XmlTree {
  if (deeper < 1) throw new Refused('xml-too-large', 'The file has too many elements inside each other.', element.line);
  const children: (XmlTree | string)[] = [];
  for (let node: XmlNode | null = element.firstChild; node !== null; node = next(node, libxml)) {
    if (node instanceof libxml.XmlElement) children.push(treeOf(node, libxml, deeper - 1));
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
