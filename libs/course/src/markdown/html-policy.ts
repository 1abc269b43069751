import type { Schema } from 'hast-util-sanitize';

/** The elements that authors may write as raw HTML: plain structure and nothing that runs, fetches, styles or asks. */
export const allowedElements = [
  'a', 'abbr', 'b', 'bdi', 'bdo', 'blockquote', 'br', 'caption', 'cite', 'code', 'dd', 'del', 'details', 'dfn', 'div', 'dl', 'dt', 'em',
  'figcaption', 'figure', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'i', 'img', 'ins', 'kbd', 'li', 'mark', 'ol', 'p', 'pre', 'q', 'rp', 'rt', 'ruby',
  's', 'samp', 'section', 'small', 'span', 'strong', 'sub', 'summary', 'sup', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'time', 'tr',
  'u', 'ul', 'var', 'wbr',
];

/** The attributes that they may carry, in hast's spelling. */
const allowedAttributes: Record<string, string[]> = {
  a: ['href'], img: ['src', 'alt', 'width', 'height'], td: ['colSpan', 'rowSpan', 'headers'], th: ['colSpan', 'rowSpan', 'scope', 'headers'],
  ol: ['start', 'reversed', 'type'], li: ['value'], time: ['dateTime'], details: ['open'],
  '*': ['lang', 'dir', 'title'],
};

export function attributeAllowed(tagName: string, property: string): boolean {
  return allowedAttributes['*']?.includes(property) === true || (Object.hasOwn(allowedAttributes, tagName) && allowedAttributes[tagName]?.includes(property) === true);
}

/** Elements whose content goes with them, since it is no text for a reader. */
export const strippedElements = ['script', 'style', 'iframe', 'object', 'embed', 'template', 'textarea', 'title', 'noscript', 'svg', 'math', 'select', 'head', 'noembed', 'noframes', 'xmp'];

/**
 * The sanitiser's rules. `own` marks the elements that the compiler itself made: `data-own="MARK-number"`; the mark is
 * drawn at random, so that no text can contain it. They may be of any of `ownElements` too.
 */
export function schemaWith(mark: string): Schema {
  const ownElements = ['audio', 'button', 'track', 'video'];
  const attributes: NonNullable<Schema['attributes']> = {};
  for (const [tag, names] of Object.entries(allowedAttributes)) attributes[tag] = [...names];
  attributes['*'] = [...(allowedAttributes['*'] ?? []), ['dataOwn', new RegExp(`^${mark}-\\d+$`)]];
  return {
    allowComments: false,
    allowDoctypes: false,
    ancestors: { tbody: ['table'], td: ['table'], th: ['table'], thead: ['table'], tfoot: ['table'], tr: ['table'], summary: ['details'] },
    attributes,
    clobber: [],
    clobberPrefix: '',
    protocols: { href: ['http', 'https', 'mailto', 'tel'], src: [] },
    required: {},
    strip: strippedElements,
    tagNames: [...allowedElements, ...ownElements],
  };
}
