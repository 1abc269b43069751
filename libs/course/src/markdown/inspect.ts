import type { Nodes, Parents, Root } from 'mdast';
import { didYouMean } from '../diagnostics/suggest.js';
import { attribute, directives, type DirectiveForm, type DirectiveNode } from './directives/index.js';
import type { MarkdownTask } from './task.js';

const written: Record<DirectiveForm, (name: string) => string> = {
  container: (name) => `:::${name} on a line of its own, then the text, then a line of :::`,
  leaf: (name) => `::${name} on a line of its own`,
  text: (name) => `:${name}[…] within a sentence`,
};

/**
 * Checks the structure of a text before it becomes HTML: headings in their order, directives that exist and are whole.
 * Directives that cannot be shown become the text in them. A single colon in prose that no directive follows stays text.
 */
export function inspect(tree: Root, task: MarkdownTask): void {
  let level = 1;
  const visit = (parent: Parents, around: DirectiveNode | null): void => {
    const kept: Nodes[] = [];
    for (const node of parent.children as Nodes[]) {
      if (node.type === 'heading') level = checkHeading(node, level, task);
      if (node.type === 'html') task.raw = true;
      if (isDirective(node)) {
        const literal = asProse(node, task);
        if (literal !== null) {
          kept.push({ type: 'text', value: literal });
          continue;
        }
        visit(node, node);
        if (acceptDirective(node, around, task)) kept.push(node);
        else kept.push(...node.children as Nodes[]);
        continue;
      }
      if ('children' in node) visit(node, node.type === 'paragraph' ? around : null);
      kept.push(node);
    }
    (parent as { children: Nodes[] }).children = kept;
  };
  visit(tree, null);
}

function isDirective(node: Nodes): node is DirectiveNode {
  return node.type === 'containerDirective' || node.type === 'leafDirective' || node.type === 'textDirective';
}

function checkHeading(node: Extract<Nodes, { type: 'heading' }>, before: number, task: MarkdownTask): number {
  if (node.depth === 1) {
    task.report('first-level-heading', node, 'This heading is of the first level, which is the title of the lesson.');
    node.depth = 2;
  } else if (node.depth > before + 1) {
    task.report('heading-skips', node, `A heading of level ${node.depth} follows one of level ${before}.`, `Write it with ${'#'.repeat(before + 1)}.`);
  }
  return node.depth;
}

/** "10:30" and "note:this" are prose: a colon and a word without label and attributes that names no directive. */
function asProse(node: DirectiveNode, task: MarkdownTask): string | null {
  if (node.type !== 'textDirective' || directives.has(node.name)) return null;
  const bare = node.children.length === 0 && Object.keys(node.attributes ?? {}).length === 0;
  const span = task.sourceOf(node);
  return bare && span === `:${node.name}` ? span : null;
}

function acceptDirective(node: DirectiveNode, around: DirectiveNode | null, task: MarkdownTask): boolean {
  const kind = directives.get(node.name);
  if (kind === undefined) {
    task.report('unknown-directive', node, `There is no directive "${node.name.slice(0, 60)}".`, didYouMean(node.name, directives.keys(), `The directives are ${[...directives.keys()].join(', ')}.`));
    return false;
  }
  const form: DirectiveForm = node.type === 'containerDirective' ? 'container' : node.type === 'leafDirective' ? 'leaf' : 'text';
  if (kind.form !== form) {
    task.report('directive-form', node, `The directive "${node.name}" is not written in this form.`, `Write ${written[kind.form](node.name)}.`);
    return false;
  }
  if (task.scope === 'field' && !kind.inFields) {
    task.report('directive-misplaced', node, `The directive "${node.name}" may not stand in a short text.`, 'Use it in a lesson; the texts of YAML files take :term only.');
    return false;
  }
  if (kind.within !== undefined && !(around !== null && kind.within.includes(around.name))) {
    task.report('directive-misplaced', node, `The directive "${node.name}" stands outside of ${kind.within.join(' and ')}.`, `Put it directly in ${kind.within.join(' or ')}.`);
    return false;
  }
  for (const child of kind.holds === undefined ? [] : node.children as Nodes[]) {
    if (!(isDirective(child) && kind.holds?.includes(child.name))) {
      task.report('directive-misplaced', child, `Only ${kind.holds?.join(' and ')} may stand directly in "${node.name}".`, `Put this into a ${kind.holds?.join(' or a ')}.`);
    }
  }
  return hasWhatItNeeds(node, task);
}

function hasWhatItNeeds(node: DirectiveNode, task: MarkdownTask): boolean {
  const kind = directives.get(node.name);
  if (kind === undefined) return false;
  const known = Object.keys(kind.attributes);
  for (const name of Object.keys(node.attributes ?? {})) {
    if (Object.hasOwn(kind.attributes, name)) continue;
    task.report('unknown-attribute', node, `The directive "${node.name}" has no attribute "${name.slice(0, 60)}".`,
      didYouMean(name, known, known.length === 0 ? 'It takes none.' : `It takes ${known.join(', ')}.`));
  }
  let whole = true;
  for (const [name, need] of Object.entries(kind.attributes)) {
    if (need === 'optional' || attribute(node, name) !== '') continue;
    whole = false;
    if (kind.lacks?.(name, node, task) === true) continue;
    task.report('missing-attribute', node, `The directive "${node.name}" lacks its ${name}.`, name === 'id' ? `Write {#some-id} after it.` : `Write {${name}="…"} after its name.`);
  }
  if (kind.text === 'required' && node.children.length === 0) {
    whole = false;
    if (kind.lacks?.('text', node, task) !== true) task.report('empty-directive', node, `The directive "${node.name}" is empty.`);
  }
  return whole;
}
