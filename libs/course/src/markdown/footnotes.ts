import type { Element, ElementContent, Root, RootContent } from 'hast';

/**
 * Makes the footnotes at the end of a text speak no language of their own: no heading, a number where the usual way
 * has an English sentence. The player names the section in the learner's language by its `data-kind`.
 */
export function neutralFootnotes(root: Root): void {
  const section = root.children.findLast((child): child is Element => child.type === 'element' && child.tagName === 'section' && child.properties['dataFootnotes'] !== undefined);
  if (section === undefined) return;
  section.properties = { className: ['footnotes'], dataKind: 'footnotes' };
  section.children = section.children.filter((child) => !(child.type === 'element' && child.tagName === 'h2'));
  walk(root.children);
}

export function footnoteBackLabel(reference: number, again: number): string {
  return again > 1 ? `↩ ${reference + 1}-${again}` : `↩ ${reference + 1}`;
}

function walk(nodes: (RootContent | ElementContent)[]): void {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    if (node.properties['dataFootnoteRef'] !== undefined) {
      delete node.properties['dataFootnoteRef'];
      delete node.properties['ariaDescribedBy'];
      node.properties['dataKind'] = 'footnote';
    }
    if (node.properties['dataFootnoteBackref'] !== undefined) {
      delete node.properties['dataFootnoteBackref'];
      delete node.properties['className'];
      node.properties['dataKind'] = 'footnote-back';
    }
    walk(node.children);
  }
}
