import type { Ledger } from '../../ledger.js';
import { escaped, htmlNodes, toHtml, type HtmlNode } from '../../text/html.js';
import { withoutMarks } from '../../texts.js';
import type { XmlTree } from '../../xml/read.js';
import { el, type XmlOut } from '../../xml/write.js';
import type { Dialect } from './dialect.js';

/** HTML that QTI 2.x has no element for stands as a span or div of the class `x-html-NAME`. */
const inline2 = new Set(['bdi', 'bdo', 'del', 'ins', 'mark', 's', 'time', 'u', 'wbr', 'ruby', 'rp', 'rt']);
const block2 = new Set(['details', 'figcaption', 'figure', 'section', 'summary']);
const attributes2 = new Set(['class', 'id', 'href', 'src', 'alt', 'width', 'height', 'colspan', 'rowspan', 'headers', 'scope', 'lang']);

/** HTML as XML of an item. `gap` gives the element for a gap's mark. */
export function flow(html: string, dialect: Dialect, ledger: Ledger, gap: (id: string) => XmlOut | undefined = () => undefined): (XmlOut | string)[] {
  const walk = (nodes: readonly HtmlNode[]): (XmlOut | string)[] => nodes.flatMap((node): (XmlOut | string)[] => {
    if (typeof node === 'string') return node.split(/(\uE000[a-z0-9-]+\uE001)/).flatMap((part): (XmlOut | string)[] => [part.startsWith('\uE000') ? gap(part.slice(1, -1)) ?? '' : part].filter((one) => one !== ''));
    const own = Object.entries(node.attributes).filter(([name]) => name !== 'target' && name !== 'rel');
    const fitting = dialect.hyphens ? own : own.filter(([name]) => attributes2.has(name));
    if (fitting.length < own.length) ledger.lose('markup');
    const attributes = Object.fromEntries(fitting.map(([name, value]) => [name === 'lang' ? 'xml:lang' : name, value]));
    if (dialect.hyphens || !(inline2.has(node.name) || block2.has(node.name))) return [el(node.name, attributes, ...walk(node.children))];
    ledger.change('markup-elsewhere');
    return [el(inline2.has(node.name) ? 'span' : 'div', { ...attributes, class: `x-html-${node.name}` }, ...walk(node.children))];
  });
  return walk(htmlNodes(html));
}

/** The content of an element as HTML; `interaction` gives what stands for an element of QTI, undefined to go on into it. */
export function htmlOf(tree: XmlTree, interaction: (element: XmlTree) => string | undefined = () => undefined): string {
  return tree.children.map((child) => {
    if (typeof child === 'string') return escaped(withoutMarks(child));
    const special = interaction(child);
    if (special !== undefined) return special;
    const given = /^x-html-([a-z]+)$/.exec(child.attributes['class'] ?? '')?.[1];
    const named = given !== undefined && (inline2.has(given) || block2.has(given)) ? given : undefined;
    const name = (named ?? child.name).toLowerCase();
    if (!/^[a-z][a-z0-9]*$/.test(name)) return htmlOf(child, interaction);
    const attributes = Object.fromEntries(Object.entries(child.attributes).filter(([attribute]) => named === undefined || attribute !== 'class').map(([attribute, value]) => [attribute === 'xml:lang' ? 'lang' : attribute, value]));
    const empty = toHtml([{ name, attributes, children: [] }]);
    return empty.endsWith(`</${name}>`) ? `${empty.slice(0, -(name.length + 3))}${htmlOf(child, interaction)}</${name}>` : empty;
  }).join('');
}
