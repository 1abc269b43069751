import type { Nodes, Root } from 'mdast';

const inline = new Set(['text', 'emphasis', 'strong', 'delete', 'link', 'linkReference', 'inlineCode', 'textDirective', 'break', 'footnoteReference', 'image', 'imageReference', 'html', 'inlineMath']);

/** The plain text of Markdown, blocks apart by line ends: for search and print. Raw HTML and pictures give nothing. */
export function plainText(tree: Root): string {
  const parts: string[] = [];
  collect(tree, parts);
  return parts.join('').replace(/[ \t]+/g, ' ').replace(/ ?\n[\n ]*/g, '\n').trim();
}

function collect(node: Nodes, parts: string[]): void {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code' || node.type === 'inlineMath' || node.type === 'math') {
    parts.push(node.type === 'text' ? node.value.replace(/\n/g, ' ') : node.value);
  } else if (node.type === 'break') {
    parts.push(' ');
  }
  if (node.type === 'containerDirective' && typeof node.attributes?.['title'] === 'string') parts.push(`\n${node.attributes['title']}\n`);
  if ('children' in node) for (const child of node.children) collect(child as Nodes, parts);
  if (!inline.has(node.type)) parts.push('\n');
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/gu;

/** How many words a text has. Where a script sets no spaces, two characters count as a word. */
export function countWords(text: string): number {
  const dense = text.match(unspaced)?.length ?? 0;
  const spaced = text.replace(unspaced, ' ').split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  return spaced + Math.ceil(dense / 2);
}

/** Minutes that a lesson takes, at least one: 200 words a minute, and half a minute for each check and reflection. */
export function minutesOf(words: number, questions: number): number {
  return Math.max(1, Math.round(words / 200 + questions / 2));
}
