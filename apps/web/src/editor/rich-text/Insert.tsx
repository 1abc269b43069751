import { Button, TextInput } from '@mantine/core';
import { formulaOf } from '@preceptor/course/items';
import type { Schema } from '@milkdown/kit/prose/model';
import { NodeSelection } from '@milkdown/kit/prose/state';
import type { EditorView } from '@milkdown/kit/prose/view';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { markOf, nodeOf } from './field-view.js';

interface Props { view: EditorView; schema: Schema; done: () => void }

/** A small form under the toolbar. It stands in the item's own form, so Enter is its own and submits nothing else. */
function Asking({ put, label, ready, done, children }: { put: () => void; label: string; ready: boolean; done: () => void; children: ReactNode }) {
  function key(event: KeyboardEvent): void {
    if (event.key === 'Escape') done();
    if (event.key !== 'Enter' || !ready) return;
    event.preventDefault();
    put();
  }
  return (
    <div className="rich-asking" role="group" aria-label={label} onKeyDown={key}>
      {children}
      <div className="row"><Button size="xs" disabled={!ready} onClick={put}>{label}</Button><Button size="xs" variant="subtle" onClick={done}>Cancel</Button></div>
    </div>
  );
}

export function InsertLink({ view, schema, done }: Props) {
  const type = markOf(schema, 'link');
  const { from, to, empty, $from } = view.state.selection;
  const before = type.isInSet($from.marks())?.attrs['href'];
  const [address, setAddress] = useState(typeof before === 'string' ? before : 'https://');
  const isSafe = /^(https?:\/\/.+|mailto:.+|tel:.+)/.test(address);
  const put = (): void => {
    const mark = type.create({ href: address });
    const { tr } = view.state;
    view.dispatch(empty ? tr.replaceSelectionWith(schema.text(address, [mark]), false) : tr.removeMark(from, to, type).addMark(from, to, mark));
    done();
  };
  return <Asking label="Link it" ready={isSafe} put={put} done={done}><TextInput size="xs" label="Address" autoFocus value={address} onChange={(event) => setAddress(event.currentTarget.value)} error={address.length > 8 && !isSafe ? 'It begins with https://' : undefined} /></Asking>;
}

export function InsertPicture({ view, schema, choose, done }: Props & { choose: () => Promise<string | null> }) {
  const [path, setPath] = useState<string | null>(null);
  const [alt, setAlt] = useState('');
  const put = (): void => {
    view.dispatch(view.state.tr.replaceSelectionWith(nodeOf(schema, 'image').create({ src: path, alt: alt.trim() })));
    done();
  };
  return (
    <Asking label="Put it in" ready={path !== null && alt.trim() !== ''} put={put} done={done}>
      <div className="row"><Button size="xs" variant="default" onClick={() => void choose().then((chosen) => chosen !== null && setPath(chosen))}>{path === null ? 'Choose a picture' : 'Choose another'}</Button>{path !== null && <code>{path}</code>}</div>
      <TextInput size="xs" label="What it shows" description="For whoever does not see it, without giving the answer away" value={alt} onChange={(event) => setAlt(event.currentTarget.value)} />
    </Asking>
  );
}

export function InsertFormula({ view, schema, done }: Props) {
  const { selection } = view.state;
  const chosen = selection instanceof NodeSelection && selection.node.type.name === 'inline_math' ? String(selection.node.attrs['tex']) : '';
  const [tex, setTex] = useState(chosen);
  const { mathMl, problem } = formulaOf(tex);
  const put = (): void => {
    view.dispatch(view.state.tr.replaceSelectionWith(nodeOf(schema, 'inline_math').create({ tex: tex.trim() })));
    done();
  };
  return (
    <Asking label="Put it in" ready={tex.trim() !== '' && mathMl !== null} put={put} done={done}>
      <TextInput size="xs" label="Formula in TeX" placeholder="\frac{a}{b} + x^2" autoFocus value={tex} error={tex.trim() !== '' && problem !== null ? problem : undefined} onChange={(event) => setTex(event.currentTarget.value)} />
      {tex.trim() !== '' && mathMl !== null && <p className="rich-formula" dangerouslySetInnerHTML={{ __html: mathMl }} />}
    </Asking>
  );
}
