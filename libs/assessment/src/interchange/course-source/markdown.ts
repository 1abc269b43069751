import { htmlNodes, toHtml, type HtmlElement, type HtmlNode } from '../text/html.js';

/** Elements that begin an HTML block of CommonMark (4.6, type 6) and stand as they are. */
const blocks = new Set(['blockquote', 'dd', 'details', 'div', 'dl', 'dt', 'figcaption', 'figure', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'li', 'ol', 'section', 'table', 'ul']);

/**
 * HTML of the policy as Markdown that the course compiler turns into the same HTML: paragraphs and words as Markdown,
 * emphasis, strong and code too where that is safe; lists, tables and the rest as raw HTML, which the compiler keeps.
 */
export function toMarkdown(html: string): string {
  const parts: string[] = [];
  let line = '';
  const endLine = (): void => {
    if (line.trim() !== '') parts.push(atLineStarts(line.trim()));
    line = '';
  };
  for (const node of htmlNodes(html)) {
    if (typeof node !== 'string' && (node.name === 'p' || node.name === 'pre' || blocks.has(node.name))) {
      endLine();
      parts.push(node.name === 'p' && Object.keys(node.attributes).length === 0 ? atLineStarts(inline(node.children).trim()) : rawBlock(node));
    } else line += inline([node]);
  }
  endLine();
  return parts.join('\n\n');
}

/** A pre may hold empty lines; in all other raw blocks one would end the block, so they become references. */
function rawBlock(node: HtmlElement): string {
  return toHtml([node]).replaceAll(/\n(?=\s*\n)/g, node.name === 'pre' ? '\n' : '&#10;');
}

function inline(nodes: readonly HtmlNode[]): string {
  return nodes.map((node) => {
    if (typeof node === 'string') return escapedText(node);
    const attributes = Object.keys(node.attributes).length > 0;
    const words = node.children.length === 1 && typeof node.children[0] === 'string' ? node.children[0] : undefined;
    // The simple cases, in which no rule about what stands beside a mark can go wrong.
    if (node.name === 'code' && !attributes && words !== undefined && /^[\w.()=+-][\w .()=+-]*$/.test(words) && !words.endsWith(' ')) return `\`${words}\``;
    const [open = '', close = ''] = toHtml([{ ...node, children: ['\uE000'] }]).split('\uE000');
    return `${open}${inline(node.children)}${close}`;
  }).join('');
}

function escapedText(text: string): string {
  return text
    .replaceAll(/[\\`*_[\]<>&~|!{}$]/g, (char) => `\\${char}`)
    .replaceAll(/:(?=[:\w])/g, (colon, at: number) => (/\d/.test(text[at - 1] ?? '') ? colon : '\\:'))
    .replaceAll('\u00a0', '&nbsp;')
    .replaceAll(/[ \t]*\n[ \t]*/g, '\n');
}

/** What would begin a list, a heading, a rule or a quote at the start of a line. */
function atLineStarts(text: string): string {
  return text.split('\n').map((line) => line.replace(/^(\s*)([#+=:-])/, '$1\\$2').replace(/^(\s*\d{1,9})([.)])/, '$1\\$2')).join('\n');
}
