/** An element for writing. Attributes that are undefined are left out. */
export interface XmlOut { name: string; attributes: Readonly<Record<string, string | undefined>>; children: readonly (XmlOut | string)[] }

export function el(name: string, attributes: XmlOut['attributes'] = {}, ...children: readonly (XmlOut | string | undefined)[]): XmlOut {
  return { name, attributes, children: children.filter((child) => child !== undefined) };
}

/** Elements that hold no text for a reader and may be laid out; in all others white space stays what it was. */
const structure = /^(quiz|question|tags|answer|subquestion|manifest|metadata|organizations|resources?|lom:.*|(qti-)?(assessment-?item|item-?body|(response|outcome)-?declaration|correct-?response|mapping|response-?(processing|condition|if|else)|set-?outcome-?value|(choice|match|order|hotspot)-?interaction|simple-?match-?set|and|equal|sum|multiple))$/i;

/** A whole document. */
export function xmlDocument(root: XmlOut): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml(root, '\n')}\n`;
}

function xml({ name, attributes, children }: XmlOut, indent: string): string {
  const written = Object.entries(attributes).flatMap(([attribute, value]) => (value === undefined ? [] : [` ${attribute}="${attributeText(value)}"`])).join('');
  if (children.length === 0) return `<${name}${written}/>`;
  const flat = indent === '' || !structure.test(name) || children.some((child) => typeof child === 'string');
  const inner = children.map((child) => (typeof child === 'string' ? content(child) : `${flat ? '' : `${indent}  `}${xml(child, flat ? '' : `${indent}  `)}`)).join('');
  return `<${name}${written}>${inner}${flat ? '' : indent}</${name}>`;
}

function content(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
function attributeText(text: string): string {
  return content(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}
