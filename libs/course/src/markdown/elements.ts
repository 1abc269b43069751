import type { Element, ElementContent } from 'hast';
import type { Definition, Image, ImageReference, Link, LinkReference, Nodes, Table } from 'mdast';
import { defListHastHandlers } from 'mdast-util-definition-list';
import { defaultHandlers, type Handlers, type State } from 'mdast-util-to-hast';
import { directives, type DirectiveNode } from './directives/index.js';
import type { InlineMath, Math } from 'mdast-util-math';
import { linkProperties } from './links.js';
import { formulaElement } from './math.js';
import { pictureElement } from './picture.js';
import type { MarkdownTask } from './task.js';

/** How each node of the Markdown becomes an element, where that is not the usual way. */
export function handlersFor(task: MarkdownTask): Handlers {
  const directive = (state: State, node: DirectiveNode): ElementContent[] => directives.get(node.name)?.render(node, state, task) ?? state.all(node);
  const link = (state: State, node: Link | LinkReference, url: string, title: string | null | undefined): ElementContent[] => {
    const properties = linkProperties(task, node, url);
    const children = state.all(node);
    if (properties === null) return children;
    return [{ type: 'element', tagName: 'a', properties: { ...properties, ...(title ? { title } : {}) }, children }];
  };
  const image = (node: Image | ImageReference, url: string): ElementContent[] => {
    const picture = pictureElement(task, node, url, node.alt ?? '');
    return picture === null ? [{ type: 'text', value: node.alt ?? '' }] : [picture];
  };
  const handlers = {
    ...defListHastHandlers,
    containerDirective: directive,
    leafDirective: directive,
    textDirective: directive,
    link: (state: State, node: Link) => link(state, node, node.url, node.title),
    linkReference: (state: State, node: LinkReference) => {
      const found = definitionOf(state, node);
      return found === undefined ? state.all(node) : link(state, node, found.url, found.title);
    },
    image: (_state: State, node: Image) => image(node, node.url),
    imageReference: (_state: State, node: ImageReference) => {
      const found = definitionOf(_state, node);
      return found === undefined ? [] : image(node, found.url);
    },
    inlineMath: (_state: State, node: InlineMath) => formulaElement(node, task),
    math: (_state: State, node: Math): Element => ({ type: 'element', tagName: 'div', properties: { className: ['formula'], dataKind: 'formula' }, children: [formulaElement(node, task)] }),
    table: (state: State, node: Table): Element => ({ type: 'element', tagName: 'div', properties: { className: ['table'], dataKind: 'table' }, children: [defaultHandlers.table(state, node)] }),
  };
  return handlers as Handlers;
}

function definitionOf(state: State, node: Extract<Nodes, { identifier: string }>): Definition | undefined {
  return state.definitionById.get(node.identifier.toUpperCase());
}
