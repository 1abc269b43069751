import { baseKeymap, chainCommands, exitCode, toggleMark } from '@milkdown/kit/prose/commands';
import { InputRule, inputRules, wrappingInputRule } from '@milkdown/kit/prose/inputrules';
import { keymap } from '@milkdown/kit/prose/keymap';
import { Slice, type MarkType, type Node, type Schema } from '@milkdown/kit/prose/model';
import { liftListItem, sinkListItem, splitListItem, wrapInList } from '@milkdown/kit/prose/schema-list';
import { EditorState, type Command, type Plugin } from '@milkdown/kit/prose/state';
import { EditorView, type NodeViewConstructor } from '@milkdown/kit/prose/view';
import type { Engine } from './engine.js';

export interface FieldViewSetting {
  attributes: () => Record<string, string>;
  /** the address under which a picture media/NAME can be seen; null: it is not there */
  pictureAt: (path: string) => string | null;
  /** told the text whenever it has changed, and on every move of the cursor */
  onChange: (markdown: string | null) => void;
}

export function nodeOf(schema: Schema, name: string): NonNullable<Schema['nodes'][string]> {
  const type = schema.nodes[name];
  if (type === undefined) throw new Error(`the schema has no ${name}`);
  return type;
}
export function markOf(schema: Schema, name: string): MarkType {
  const type = schema.marks[name];
  if (type === undefined) throw new Error(`the schema has no ${name}`);
  return type;
}

/** A view of one field. Steps are taken back by the form around it, so it keeps no history of its own. */
export function makeFieldView(place: HTMLElement, engine: Engine, markdown: string, setting: FieldViewSetting): EditorView {
  const view: EditorView = new EditorView(place, {
    state: EditorState.create({ doc: engine.read(markdown), plugins: pluginsFor(engine.schema) }),
    attributes: () => setting.attributes(),
    nodeViews: { image: pictureView(setting.pictureAt) },
    clipboardTextParser: (text) => new Slice(engine.read(text).content, 1, 1),
    dispatchTransaction: (transaction) => {
      view.updateState(view.state.apply(transaction));
      setting.onChange(transaction.docChanged ? engine.write(view.state.doc) : null);
    },
  });
  return view;
}

/** Puts another text in, with the cursor where it was as far as that is there. */
export function showText(view: EditorView, engine: Engine, markdown: string): void {
  const doc = engine.read(markdown);
  view.updateState(EditorState.create({ doc, plugins: view.state.plugins }));
}

const plugins = new WeakMap<Schema, Plugin[]>();
function pluginsFor(schema: Schema): Plugin[] {
  const known = plugins.get(schema);
  if (known !== undefined) return known;
  const item = nodeOf(schema, 'list_item');
  const br: Command = (state, dispatch) => {
    dispatch?.(state.tr.replaceSelectionWith(nodeOf(schema, 'hardbreak').create()).scrollIntoView());
    return true;
  };
  const made = [
    inputRules({ rules: [
      wrappingInputRule(/^\s*([-*])\s$/, nodeOf(schema, 'bullet_list')),
      wrappingInputRule(/^(\d+)\.\s$/, nodeOf(schema, 'ordered_list'), (match) => ({ order: Number(match[1]) })),
      markRule(/\*\*([^*\s](?:[^*]*[^*\s])?)\*\*$/, markOf(schema, 'strong')), markRule(/(?<![*])\*([^*\s](?:[^*]*[^*\s])?)\*$/, markOf(schema, 'emphasis')),
      new InputRule(/\$([^$\s](?:[^$]*[^$\s])?)\$$/, (state, match, start, end) => (/^[\d.,]+$/.test(match[1] ?? '') ? null : state.tr.replaceWith(start, end, nodeOf(schema, 'inline_math').create({ tex: match[1] })))),
    ] }),
    keymap({
      'Mod-b': toggleMark(markOf(schema, 'strong')), 'Mod-i': toggleMark(markOf(schema, 'emphasis')), 'Mod-Shift-8': wrapInList(nodeOf(schema, 'bullet_list')), 'Mod-Shift-7': wrapInList(nodeOf(schema, 'ordered_list')),
      Enter: splitListItem(item), 'Mod-]': sinkListItem(item), 'Mod-[': liftListItem(item), 'Shift-Enter': chainCommands(exitCode, br),
    }),
    keymap(baseKeymap),
  ];
  plugins.set(schema, made);
  return made;
}

/** **strong** as it is typed becomes strong. */
function markRule(pattern: RegExp, mark: MarkType): InputRule {
  return new InputRule(pattern, (state, match, start, end) => {
    const text = match[1] ?? '';
    return state.tr.replaceWith(start, end, state.schema.text(text, [mark.create(), ...state.doc.resolve(start).marks()])).removeStoredMark(mark);
  });
}

function pictureView(pictureAt: FieldViewSetting['pictureAt']): NodeViewConstructor {
  return (node: Node) => {
    const dom = document.createElement('img');
    const src = String(node.attrs['src']);
    dom.src = pictureAt(src) ?? 'data:,';
    dom.alt = String(node.attrs['alt']);
    dom.title = dom.alt === '' ? 'This picture has no text alternative' : dom.alt;
    return { dom };
  };
}
