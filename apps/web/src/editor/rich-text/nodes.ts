import { formulaOf } from '@preceptor/course/items';
import { $node } from '@milkdown/kit/utils';

/** A formula within a sentence, drawn as learners see it; its TeX where it can't be read. */
const inlineMath = $node('inline_math', () => ({
  group: 'inline', inline: true, atom: true, selectable: true,
  attrs: { tex: { default: '' } },
  parseDOM: [{ tag: 'span[data-tex]', getAttrs: (element) => ({ tex: element instanceof HTMLElement ? element.dataset['tex'] ?? '' : '' }) }],
  toDOM: (node) => drawn('span', String(node.attrs['tex'])),
  leafText: (node) => `$${String(node.attrs['tex'])}$`,
  parseMarkdown: { match: ({ type }) => type === 'inlineMath', runner: (state, node, type) => void state.addNode(type, { tex: node['value'] }) },
  toMarkdown: { match: (node) => node.type.name === 'inline_math', runner: (state, node) => void state.addNode('inlineMath', undefined, String(node.attrs['tex'])) },
}));

/** A formula that stands alone. */
const blockMath = $node('block_math', () => ({
  group: 'block', atom: true, selectable: true,
  attrs: { tex: { default: '' } },
  parseDOM: [{ tag: 'div[data-tex]', getAttrs: (element) => ({ tex: element instanceof HTMLElement ? element.dataset['tex'] ?? '' : '' }) }],
  toDOM: (node) => drawn('div', String(node.attrs['tex'])),
  parseMarkdown: { match: ({ type }) => type === 'math', runner: (state, node, type) => void state.addNode(type, { tex: node['value'] }) },
  toMarkdown: { match: (node) => node.type.name === 'block_math', runner: (state, node) => void state.addNode('math', undefined, String(node.attrs['tex'])) },
}));

/** A glossary term of the course, such as :term[a prescriber]{#prescriber}: kept whole, its text is changed in Markdown. */
const term = $node('term', () => ({
  group: 'inline', inline: true, atom: true, selectable: true,
  attrs: { name: { default: 'term' }, attributes: { default: '{}' }, children: { default: '[]' }, label: { default: '' } },
  toDOM: (node) => ['span', { class: 'rich-term', title: `Glossary term ${idOf(String(node.attrs['attributes']))}` }, String(node.attrs['label'])],
  leafText: (node) => String(node.attrs['label']),
  parseMarkdown: {
    match: ({ type }) => type === 'textDirective',
    runner: (state, node, type) => void state.addNode(type, { name: node['name'], attributes: JSON.stringify(node['attributes'] ?? {}), children: JSON.stringify(node.children ?? []), label: textIn(node.children ?? []) || `:${String(node['name'])}` }),
  },
  toMarkdown: {
    match: (node) => node.type.name === 'term',
    runner: (state, node) => void state.addNode('textDirective', JSON.parse(String(node.attrs['children'])), undefined, { name: node.attrs['name'], attributes: JSON.parse(String(node.attrs['attributes'])) }),
  },
}));

export const nodesOfCourse = [inlineMath, blockMath, term];

function drawn(tag: 'span' | 'div', tex: string): HTMLElement {
  const element = document.createElement(tag);
  element.dataset['tex'] = tex;
  element.className = 'rich-formula';
  const { mathMl } = formulaOf(tex);
  // MathML that the compiler's own formula writer made: without script, style or address.
  if (mathMl === null) element.textContent = `$${tex}$`;
  else element.innerHTML = mathMl;
  return element;
}

function textIn(nodes: readonly { value?: unknown; children?: readonly unknown[] }[]): string {
  return nodes.map((node) => (typeof node.value === 'string' ? node.value : textIn((node.children ?? []) as { value?: unknown }[]))).join('');
}

function idOf(attributes: string): string {
  const read: unknown = JSON.parse(attributes);
  return typeof read === 'object' && read !== null && 'id' in read ? String(read.id) : '';
}
