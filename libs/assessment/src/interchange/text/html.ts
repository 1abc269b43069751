import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';

export interface HtmlElement { name: string; attributes: Readonly<Record<string, string>>; children: HtmlNode[] }
export type HtmlNode = string | HtmlElement;

/** As `htmlSchema` has it; longer ones are cut, and so refused by whoever checks an item. */
const LONGEST = 200_001;
/** Deeper than any text that a person writes; what stands deeper is left out. */
const DEEPEST = 100;
const voids = new Set(['br', 'hr', 'img', 'wbr', 'input', 'source', 'track', 'col', 'area', 'embed']);

/** Reads a fragment as browsers do (HTML Living Standard, 13.2). Comments and doctypes are left out; elements of SVG and MathML come as `svg:NAME`, `math:NAME`. */
export function htmlNodes(html: string): HtmlNode[] {
  return nodesOf(parseFragment(bounded(html.slice(0, LONGEST))).childNodes, 0);
}

/** Writes nodes as the course compiler does (hast-util-to-html), so that its HTML comes back byte for byte. */
export function toHtml(nodes: readonly HtmlNode[]): string {
  return nodes.map((node) => (typeof node === 'string' ? escaped(node) : elementHtml(node))).join('');
}

/** Text as HTML. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&#x26;').replaceAll('<', '&#x3C;');
}

/** The words of HTML with its entities undone and nothing collapsed. */
export function textOf(nodes: readonly HtmlNode[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : node.name === 'br' ? '\n' : textOf(node.children))).join('');
}

/** A text as inline HTML. */
export function inlineHtml(text: string): string {
  return escaped(text).split('\n').map((line) => line.trim()).filter((line) => line !== '').join('<br>');
}

/** A text as paragraphs; an empty line parts them. */
export function blockHtml(text: string): string {
  const paragraphs: string[][] = [[]];
  for (const line of text.split('\n')) {
    if (line.trim() === '') paragraphs.push([]);
    else paragraphs.at(-1)?.push(line);
  }
  const said = paragraphs.filter((lines) => lines.length > 0);
  return (said.length === 0 ? [[]] : said).map((lines) => `<p>${inlineHtml(lines.join('\n'))}</p>`).join('\n');
}

/** The text that `make` (inlineHtml, blockHtml) turns into exactly this HTML; undefined where there is markup. */
export function plainOf(html: string, make: (text: string) => string): string | undefined {
  const text = textOf(htmlNodes(html.replaceAll('</p>\n<p>', '\n\n')));
  return make(text) === html ? text : undefined;
}

// The parser nests and unnests by recursion in places; a bound on open tags keeps hostile depth from it.
function bounded(html: string): string {
  let depth = 0;
  return html.replaceAll(/<(\/?)([a-z][^\s/><]*)[^<>]*>/gi, (tag, close: string, name: string) => {
    if (voids.has(name.toLowerCase())) return tag;
    depth = Math.max(0, depth + (close === '' ? 1 : -1));
    return depth > DEEPEST * 2 ? '' : tag;
  });
}

function nodesOf(nodes: readonly DefaultTreeAdapterTypes.ChildNode[], depth: number): HtmlNode[] {
  if (depth > DEEPEST) return [];
  return nodes.flatMap((node): HtmlNode[] => {
    if (node.nodeName === '#text') return 'value' in node ? [node.value] : [];
    if (!('tagName' in node)) return [];
    const prefix = node.namespaceURI.endsWith('/svg') ? 'svg:' : node.namespaceURI.endsWith('/MathML') ? 'math:' : '';
    return [{ name: prefix + node.tagName, attributes: Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])), children: nodesOf(node.childNodes, depth + 1) }];
  });
}

function elementHtml({ name, attributes, children }: HtmlElement): string {
  const written = Object.entries(attributes).map(([attribute, value]) => (value === '' && attribute !== 'alt' ? ` ${attribute}` : ` ${attribute}="${attributeText(value)}"`)).join('');
  return voids.has(name) ? `<${name}${written}>` : `<${name}${written}>${toHtml(children)}</${name}>`;
}

function attributeText(value: string): string {
  return value.replaceAll(/[&"'`]/g, (char) => `&#x${char.charCodeAt(0).toString(16).toUpperCase()};`);
}
