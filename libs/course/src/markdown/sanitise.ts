import type { Element, ElementContent, Nodes, Properties, Root, RootContent } from 'hast';
import { raw } from 'hast-util-raw';
import { sanitize } from 'hast-util-sanitize';
import { allowedElements, attributeAllowed, schemaWith, strippedElements } from './html-policy.js';
import { linkProperties } from './links.js';
import { pictureElement } from './picture.js';
import { RawPlaces } from './raw-places.js';
import type { MarkdownTask } from './task.js';

/**
 * Parses the raw HTML of a text together with what the compiler made of its Markdown, and takes out of the author's
 * part whatever is not on the list, with a diagnostic for each.
 */
export function sanitised(root: Root, task: MarkdownTask): Root {
  const mark = newMark();
  const own: Properties[] = [];
  markOwn(root.children, mark, own);
  const parsed = asRoot(raw(root));
  new Policy(task, mark).clean(parsed.children);
  const safe = asRoot(sanitize(parsed, schemaWith(mark)));
  restoreOwn(safe.children, mark, own);
  return safe;
}

/** What no author can have written. It is in nothing that leaves here. */
function newMark(): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(16));
  return `own-${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

function asRoot(node: Nodes): Root {
  return node.type === 'root' ? node : { type: 'root', children: [node as RootContent] };
}

function markOwn(nodes: (RootContent | ElementContent)[], mark: string, own: Properties[]): void {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    own.push(node.properties);
    node.properties = { dataOwn: `${mark}-${own.length - 1}` };
    markOwn(node.children, mark, own);
  }
}

function restoreOwn(nodes: (RootContent | ElementContent)[], mark: string, own: Properties[]): void {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    const value = node.properties['dataOwn'];
    if (typeof value === 'string' && value.startsWith(mark)) node.properties = own[Number(value.slice(mark.length + 1))] ?? {};
    restoreOwn(node.children, mark, own);
  }
}

/** Reports what will not be kept of the author's elements, and changes those attributes that the list alone cannot judge. */
class Policy {
  #places: RawPlaces;

  constructor(private readonly task: MarkdownTask, private readonly mark: string) {
    this.#places = new RawPlaces(task);
  }

  clean(nodes: (RootContent | ElementContent)[]): void {
    for (let index = nodes.length - 1; index >= 0; index -= 1) {
      const node = nodes[index];
      if (node?.type === 'element') this.#element(nodes, index, node);
    }
  }

  #element(siblings: (RootContent | ElementContent)[], index: number, node: Element): void {
    const mine = String(node.properties['dataOwn'] ?? '').startsWith(this.mark);
    if (mine) return this.clean(node.children);
    const place = this.#places.of(node.tagName);
    if (!allowedElements.includes(node.tagName)) {
      this.task.report('html-element-removed', place, `The element <${node.tagName}> was removed.`);
      if (strippedElements.includes(node.tagName)) {
        siblings.splice(index, 1);
        return;
      }
      this.clean(node.children);
      siblings.splice(index, 1, ...node.children);
      return;
    }
    this.#attributes(node, place);
    this.clean(node.children);
    if (node.tagName === 'img') {
      const picture = pictureElement(this.task, place, String(node.properties['src'] ?? ''), String(node.properties['alt'] ?? ''));
      siblings.splice(index, 1, ...(picture === null ? [] : [picture]));
    }
    if (node.tagName === 'a' && node.properties['href'] !== undefined) {
      const href = linkProperties(this.task, place, String(node.properties['href']));
      if (href === null) delete node.properties['href'];
    }
  }

  #attributes(node: Element, place: ReturnType<RawPlaces['of']>): void {
    for (const property of Object.keys(node.properties)) {
      if (attributeAllowed(node.tagName, property)) continue;
      delete node.properties[property];
      if (/^on/i.test(property)) this.task.report('html-event-handler', place, `The event handler ${property.toLowerCase()} of <${node.tagName}> was removed.`);
      else this.task.report('html-attribute-removed', place, `The attribute ${property.toLowerCase()} of <${node.tagName}> was removed.`);
    }
  }
}
