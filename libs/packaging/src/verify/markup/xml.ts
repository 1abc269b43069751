import type { ParseOption } from 'libxml2-wasm';
import type { Place } from '../findings/finding-list.js';
import { Refusal } from '../findings/refusal.js';
import type { Limits } from '../limits.js';
import { decoded } from './decode.js';
import { Lines } from './lines.js';
import { tagsOf, type Tag } from './tags.js';

/** An element of a manifest. Names are local; a namespace is '' where there is none. */
export interface XmlElement {
  name: string;
  namespace: string;
  attributes: XmlAttribute[];
  children: XmlElement[];
  /** of its own, without its children's */
  text: string;
  parent: XmlElement | null;
  place: Place;
  /** where it stands in the text, `end` after its closing tag */
  offset: number;
  end: number;
}
export interface XmlAttribute { name: string; namespace: string; value: string; place: Place; offset: number; end: number }
export interface Xml { text: string; root: XmlElement }

/** No entity is replaced, no document type and nothing else is loaded, from the network or a file. */
export function safeParsing({ ParseOption: option }: { ParseOption: typeof ParseOption }): ParseOption {
  return option.XML_PARSE_NONET | option.XML_PARSE_NO_XXE | option.XML_PARSE_NO_SYS_CATALOG | option.XML_PARSE_BIG_LINES;
}

/** Reads a manifest that nobody vouches for. Throws a Refusal that says where it fails. */
export async function readXml(file: string, bytes: Buffer, limits: Limits): Promise<Xml> {
  if (bytes.length > limits.manifestBytes) throw new Refusal('xml-too-large', file, `${file} has ${bytes.length} bytes; more than ${limits.manifestBytes} are not read.`);
  const text = decoded(file, bytes);
  const lines = new Lines(text);
  refuseDoctype(file, text, lines);
  const tags: Tag[] = [];
  let depth = 0;
  for (const tag of tagsOf(text, { html: false })) {
    tags.push(tag);
    depth += tag.kind === 'open' ? 1 : tag.kind === 'close' ? -1 : 0;
    const over = tags.length > limits.elements * 2 ? `more than ${limits.elements} elements` : tag.attributes.length > limits.attributes ? `an element with more than ${limits.attributes} attributes` : depth > limits.depth ? `more than ${limits.depth} elements inside each other` : null;
    if (over !== null) throw new Refusal('xml-too-large', file, `${file} has ${over}.`, lines.placeOf(tag.offset));
  }
  await refuseMalformed(file, text);
  return { text, root: treeOf(file, text, tags, lines) };
}

function refuseDoctype(file: string, text: string, lines: Lines): void {
  const prolog = /^\s*(?:(?:<\?[\s\S]*?\?>|<!--[\s\S]*?-->)\s*)*/.exec(text)?.[0] ?? '';
  if (!/^<!DOCTYPE/i.test(text.slice(prolog.length, prolog.length + 9))) return;
  const entities = /<!ENTITY/i.test(text.slice(prolog.length, prolog.length + 100_000));
  throw new Refusal('xml-doctype', file, entities ? `${file} declares a document type with entities, which could read files of the server or grow without end; it was not read.` : `${file} declares a document type; it was not read.`, lines.placeOf(prolog.length));
}

async function refuseMalformed(file: string, text: string): Promise<void> {
  // Loaded when a package is looked at: it is large, and most commands never do.
  const libxml = await import('libxml2-wasm');
  try {
    libxml.XmlDocument.fromString(text, { option: safeParsing(libxml) }).dispose();
  } catch (error) {
    if (!(error instanceof libxml.XmlLibError)) throw error;
    const first = error.details[0];
    throw new Refusal('xml-malformed', file, `${file} is not well-formed: ${(first?.message ?? error.message).trim()}.`.replace(/\.\.$/, '.'), first === undefined ? null : { line: first.line, column: Math.max(1, first.col) });
  }
}

/** The tree of a text that is known to be well-formed. libxml2 tells no columns of elements, and the last line of a tag as its line. */
function treeOf(file: string, text: string, tags: readonly Tag[], lines: Lines): XmlElement {
  let root = null as XmlElement | null;
  let current = null as XmlElement | null;
  let scope: Map<string, string> = new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]);
  const scopes: Map<string, string>[] = [];
  let after = 0;
  for (const tag of tags) {
    if (current !== null) current.text += textBetween(text.slice(after, tag.offset));
    after = tag.end;
    if (tag.kind === 'close') {
      if (current !== null) current.end = tag.end;
      current = current?.parent ?? null;
      scope = scopes.pop() ?? scope;
      continue;
    }
    const inner = scoped(scope, tag);
    const element: XmlElement = {
      ...named(tag.name, inner, true),
      attributes: tag.attributes.filter(({ name }) => !/^xmlns(:|$)/.test(name)).map(({ name, value, offset, valueOffset }) => ({ ...named(name, inner, false), value: unescaped(value), place: lines.placeOf(offset), offset, end: valueOffset + value.length + 1 })),
      children: [], text: '', parent: current, place: lines.placeOf(tag.offset), offset: tag.offset, end: tag.end,
    };
    current?.children.push(element);
    root ??= element;
    if (tag.kind === 'open') {
      scopes.push(scope);
      scope = inner;
      current = element;
    }
  }
  if (root === null) throw new Refusal('xml-malformed', file, `${file} holds no element.`);
  return root;
}

function scoped(outer: Map<string, string>, tag: Tag): Map<string, string> {
  const declared = tag.attributes.filter(({ name }) => /^xmlns(:|$)/.test(name));
  return declared.length === 0 ? outer : new Map([...outer, ...declared.map(({ name, value }) => [name.slice(6), unescaped(value)] as const)]);
}

/** An attribute without a prefix has no namespace (Namespaces in XML, 6.2). */
function named(written: string, scope: Map<string, string>, element: boolean): { name: string; namespace: string } {
  const colon = written.indexOf(':');
  if (colon === -1) return { name: written, namespace: element ? scope.get('') ?? '' : '' };
  return { name: written.slice(colon + 1), namespace: scope.get(written.slice(0, colon)) ?? '' };
}

function textBetween(raw: string): string {
  return raw.replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, '').split(/(<!\[CDATA\[[\s\S]*?\]\]>)/).map((part) => (part.startsWith('<![CDATA[') ? part.slice(9, -3) : unescaped(part))).join('');
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
function unescaped(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex: string | undefined, decimal: string | undefined, entity: string | undefined) => {
    if (entity !== undefined) return entities[entity] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
