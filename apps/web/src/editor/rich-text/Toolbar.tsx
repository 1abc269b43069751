import { toggleMark } from '@milkdown/kit/prose/commands';
import { liftListItem, wrapInList } from '@milkdown/kit/prose/schema-list';
import type { Command, EditorState } from '@milkdown/kit/prose/state';
import type { EditorView } from '@milkdown/kit/prose/view';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Engine } from './engine.js';
import { markOf, nodeOf } from './field-view.js';
import { InsertFormula, InsertLink, InsertPicture } from './Insert.js';

interface Props {
  view: EditorView | null;
  engine: Engine;
  /** rises with every move of the cursor, so that the buttons say what holds there */
  turn: number;
  choosePicture: (() => Promise<string | null>) | null;
  inserts: readonly { label: string; text: () => string }[];
  toSource: () => void;
}

/** What can be done with a text: one stop of the keyboard, left and right within it. It shows while the field is in use. */
export function Toolbar({ view, engine: { schema }, choosePicture, inserts, toSource }: Props) {
  const [asking, setAsking] = useState<'link' | 'picture' | 'formula' | null>(null);
  const [stop, setStop] = useState(0);
  const bar = useRef<HTMLDivElement>(null);
  const run = (command: Command): void => {
    if (view === null) return;
    command(view.state, view.dispatch, view);
    view.focus();
  };
  const done = (): void => {
    setAsking(null);
    view?.focus();
  };
  const state = view?.state ?? null;
  const inList = (name: string): boolean => state !== null && isInside(state, name);
  const list = (name: string): Command => (inList(name) ? liftListItem(nodeOf(schema, 'list_item')) : wrapInList(nodeOf(schema, name)));
  const mark = (name: string): { on: boolean; press: () => void } => ({ on: state !== null && hasMark(state, name), press: () => run(toggleMark(markOf(schema, name))) });
  const buttons: Tool[] = [
    { label: 'Bold', face: <b>B</b>, ...mark('strong') },
    { label: 'Italic', face: <i>I</i>, ...mark('emphasis') },
    { label: 'List', face: '•', on: inList('bullet_list'), press: () => run(list('bullet_list')) },
    { label: 'Numbered list', face: '1.', on: inList('ordered_list'), press: () => run(list('ordered_list')) },
    { label: 'Link', face: 'Link', on: asking === 'link', press: () => setAsking('link') },
    ...(choosePicture === null ? [] : [{ label: 'Picture', face: 'Picture', on: asking === 'picture', press: () => setAsking('picture') }]),
    { label: 'Formula', face: <i>√x</i>, on: asking === 'formula', press: () => setAsking('formula') },
    ...inserts.map(({ label, text }) => ({ label, face: label, press: () => run((before, dispatch) => { dispatch?.(before.tr.insertText(text())); return true; }) })),
    { label: 'Write as Markdown', face: 'M↓', press: toSource },
  ];
  function move(event: KeyboardEvent): void {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const next = (stop + by + buttons.length) % buttons.length;
    setStop(next);
    bar.current?.querySelectorAll('button')[next]?.focus();
  }
  return (
    <div className={asking === null ? 'rich-tools' : 'rich-tools asking'}>
      <div ref={bar} role="toolbar" aria-label="Text" onKeyDown={move}>
        {buttons.map(({ label, face, on, press }, index) => (
          <button key={label} type="button" title={label} aria-label={label} aria-pressed={on} tabIndex={index === stop ? 0 : -1} onMouseDown={(event) => event.preventDefault()} onFocus={() => setStop(index)} onClick={press}>{face}</button>
        ))}
      </div>
      {asking === 'link' && view !== null && <InsertLink view={view} schema={schema} done={done} />}
      {asking === 'picture' && view !== null && choosePicture !== null && <InsertPicture view={view} schema={schema} choose={choosePicture} done={done} />}
      {asking === 'formula' && view !== null && <InsertFormula view={view} schema={schema} done={done} />}
    </div>
  );
}

interface Tool { label: string; face: ReactNode; on?: boolean; press: () => void }

function hasMark(state: EditorState, name: string): boolean {
  const { from, to, empty, $from } = state.selection;
  const type = markOf(state.schema, name);
  return empty ? type.isInSet(state.storedMarks ?? $from.marks()) !== undefined : state.doc.rangeHasMark(from, to, type);
}

function isInside(state: EditorState, name: string): boolean {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) if ($from.node(depth).type.name === name) return true;
  return false;
}
