import type { ElementContent } from 'hast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import type { State } from 'mdast-util-to-hast';
import type { MarkdownTask } from '../task.js';

export type DirectiveNode = ContainerDirective | LeafDirective | TextDirective;
export type DirectiveForm = 'container' | 'leaf' | 'text';

/** What a directive is written like and what it becomes. Attributes that are required are checked before `render` is called. */
export interface DirectiveKind {
  form: DirectiveForm;
  attributes: Record<string, 'required' | 'optional'>;
  /** whether text must stand in it */
  text: 'required' | 'optional';
  /** allowed in the short texts of YAML files too */
  inFields: boolean;
  /** the directives directly in which it may stand; none: anywhere */
  within?: readonly string[];
  /** the only directives that may stand directly in it, and nothing else */
  holds?: readonly string[];
  /** special sentence for a required attribute or text that lacks, where the lack has a code of its own */
  lacks?(what: string, node: DirectiveNode, task: MarkdownTask): boolean;
  render(node: DirectiveNode, state: State, task: MarkdownTask): ElementContent[];
}

/** An attribute's text, or '' */
export function attribute(node: DirectiveNode, name: string): string {
  return node.attributes?.[name]?.trim() ?? '';
}

/** Writes an element. Property names are hast's: `className`, `dataKind`. */
export function element(tagName: string, properties: Record<string, string | number | boolean | string[]>, children: ElementContent[] = []): ElementContent {
  return { type: 'element', tagName, properties, children };
}

export function text(value: string): ElementContent {
  return { type: 'text', value };
}

/** The children of a directive as HTML elements. */
export function contentOf(node: DirectiveNode, state: State): ElementContent[] {
  return state.wrap(state.all(node), true);
}
