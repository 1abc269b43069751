/** A small XML writer: text and attributes are escaped, and what XML 1.0 can't hold is left out. */
export interface XmlElement { name: string; attributes: Record<string, string | undefined>; children: (XmlElement | string)[] }

/** An element; children that are undefined or false are left out, so that conditions read in place. */
export function element(name: string, attributes: Record<string, string | undefined> = {}, ...children: (XmlElement | string | undefined | false)[]): XmlElement {
  return { name, attributes, children: children.filter((child) => child !== undefined && child !== false) };
}

/** The document as text, indented, with a declaration, ending in a line feed. */
export function xmlDocument(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, '')}\n`;
}

function written({ name, attributes, children }: XmlElement, indent: string): string {
  const opening = Object.entries(attributes).map(([key, value]) => (value === undefined ? '' : ` ${key}="${escapeXml(value)}"`)).join('');
  if (children.length === 0) return `${indent}<${name}${opening}/>`;
  if (children.every((child) => typeof child === 'string')) return `${indent}<${name}${opening}>${children.map(escapeXml).join('')}</${name}>`;
  const inner = children.map((child) => (typeof child === 'string' ? `${indent}  ${escapeXml(child)}` : written(child, `${indent}  `)));
  return [`${indent}<${name}${opening}>`, ...inner, `${indent}</${name}>`].join('\n');
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Characters outside of XML 1.0, section 2.2: controls, lone surrogates, U+FFFE and U+FFFF. */
const impossible = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

function escapeXml(text: string): string {
  return text.replace(impossible, '').replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
