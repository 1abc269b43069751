import { htmlNodes, toHtml, type HtmlElement, type HtmlNode } from './html.js';

/** What the compiler of courses lets authors write: plain structure, nothing that runs, fetches, styles or asks. */
const allowed = new Set([
  'a', 'abbr', 'b', 'bdi', 'bdo', 'blockquote', 'br', 'caption', 'cite', 'code', 'dd', 'del', 'details', 'dfn', 'div', 'dl', 'dt', 'em',
  'figcaption', 'figure', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'i', 'img', 'ins', 'kbd', 'li', 'mark', 'ol', 'p', 'pre', 'q', 'rp', 'rt', 'ruby',
  's', 'samp', 'section', 'small', 'span', 'strong', 'sub', 'summary', 'sup', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'time', 'tr',
  'u', 'ul', 'var', 'wbr',
]);
const attributes: Readonly<Record<string, readonly string[]>> = {
  a: ['href'], img: ['src', 'alt', 'width', 'height'], td: ['colspan', 'rowspan', 'headers'], th: ['colspan', 'rowspan', 'scope', 'headers'],
  ol: ['start', 'reversed', 'type'], li: ['value'], time: ['datetime'], details: ['open'],
};
const everywhere = ['lang', 'dir', 'title'];
/** Elements whose content is no text for a reader. */
const stripped = new Set(['script', 'style', 'iframe', 'object', 'embed', 'template', 'textarea', 'title', 'noscript', 'select', 'head', 'noembed', 'noframes', 'xmp', 'svg:svg', 'math:math']);

export interface Sanitised { html: string; /** something was taken out besides what is only written otherwise */ removed: boolean; /** of that, pictures and other media */ pictures: boolean }

/**
 * The strict policy of imports: the elements and attributes that authors of courses may write, links to http, https,
 * mailto and tel, pictures under `media/`. The HTML is parsed as browsers parse it and written anew, so that no
 * malformed markup gets through. What it gave, it leaves unchanged.
 */
export function sanitise(html: string): string {
  return sanitised(html).html;
}

export function sanitised(html: string): Sanitised {
  const found = { removed: false, pictures: false };
  // Written and read again until nothing moves: the parser may mend what was closed in another order.
  let current = toHtml(clean(htmlNodes(html), found));
  for (let round = 0; round < 4; round++) {
    const again = toHtml(clean(htmlNodes(current), { removed: false, pictures: false }));
    if (again === current) break;
    current = again;
  }
  return { html: current, ...found };
}

function clean(nodes: readonly HtmlNode[], found: { removed: boolean; pictures: boolean }): HtmlNode[] {
  return nodes.flatMap((node): HtmlNode[] => {
    if (typeof node === 'string') return [node];
    const media = ['img', 'audio', 'video', 'object', 'embed', 'svg:svg'].includes(node.name);
    if (stripped.has(node.name) || (node.name === 'img' && !isMedia(node.attributes['src'] ?? ''))) {
      found.removed = true;
      if (media) found.pictures = true;
      return [];
    }
    if (!allowed.has(node.name)) {
      found.removed = true;
      if (media) found.pictures = true;
      return clean(node.children, found);
    }
    return [{ name: node.name, attributes: cleanAttributes(node, found), children: clean(node.children, found) }];
  });
}

function cleanAttributes({ name, attributes: given }: HtmlElement, found: { removed: boolean }): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [attribute, value] of Object.entries(given)) {
    if (name === 'a' && (attribute === 'target' || attribute === 'rel')) continue;
    const fits = everywhere.includes(attribute) || (Object.hasOwn(attributes, name) && attributes[name]?.includes(attribute) === true);
    if (fits && (attribute !== 'href' || isAddress(value))) kept[attribute] = value;
    else found.removed = true;
  }
  const href = kept['href'];
  if (href !== undefined && !/^(mailto|tel):/i.test(href)) {
    kept['target'] = '_blank';
    if (/^https?:/i.test(href)) kept['rel'] = 'noopener noreferrer';
  }
  return kept;
}

function isAddress(value: string): boolean {
  return /^(https?:\/\/|mailto:|tel:)[^\s\p{Cc}]*$/iu.test(value) || isMedia(value);
}

/** A file of the course: under media/, and nowhere else. */
export function isMedia(path: string): boolean {
  return /^media\/[\w][\w.-]*$/.test(path);
}
