import { type KeyboardEvent, type RefObject, useId, useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { announce } from '../frame/announce.js';
import { DeleteGradingSnippetDocument, GradingSnippetsDocument, SaveGradingSnippetDocument } from '../generated/graphql.js';
import { faultOf } from '../states/faults.js';

interface Props { value: string; change: (text: string) => void; box: RefObject<HTMLTextAreaElement | null>; done: () => void; leave: () => void }
const mostShown = 8;

/** A comment to the learner. A slash at the beginning of a word offers kept texts; what is typed after it narrows them. */
export function Comment({ value, change, box, done, leave }: Props) {
  const id = useId();
  const [{ data }, again] = useQuery({ query: GradingSnippetsDocument, requestPolicy: 'cache-and-network' });
  const [, keep] = useMutation(SaveGradingSnippetDocument);
  const [, remove] = useMutation(DeleteGradingSnippetDocument);
  const [typed, setTyped] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const [fault, setFault] = useState<string | null>(null);
  const all = data?.gradingSnippets.nodes ?? [];
  const offered = typed === null ? [] : all.filter(({ text }) => text.toLocaleLowerCase().includes(typed.toLocaleLowerCase())).slice(0, mostShown);
  const kept = all.find(({ text }) => text === value.trim());

  function write(text: string, caret: number) {
    change(text);
    const found = /(?:^|\s)\/([^\s/]*)$/.exec(text.slice(0, caret));
    setTyped(found?.[1] ?? null);
    setAt(0);
    if (found !== null && typed === null) announce('Snippets: arrows choose one, Enter takes it.');
  }
  function insert(text: string) {
    const caret = box.current?.selectionStart ?? value.length;
    const before = value.slice(0, caret).replace(/\/[^\s/]*$/, '');
    change(before + text + value.slice(caret));
    setTyped(null);
    requestAnimationFrame(() => { box.current?.focus(); box.current?.setSelectionRange(before.length + text.length, before.length + text.length); });
  }
  function pressed(event: KeyboardEvent<HTMLTextAreaElement>) {
    const chosen = offered[at];
    const act = ({
      ArrowDown: chosen && (() => setAt((at + 1) % offered.length)),
      ArrowUp: chosen && (() => setAt((at + offered.length - 1) % offered.length)),
      Tab: chosen && (() => insert(chosen.text)),
      Enter: event.shiftKey ? undefined : chosen ? () => insert(chosen.text) : done,
      Escape: typed === null ? leave : () => setTyped(null),
    } as Record<string, (() => void) | undefined>)[event.key];
    if (act === undefined || event.nativeEvent.isComposing) return;
    event.preventDefault();
    act();
  }
  async function toggle() {
    const { error } = kept === undefined ? await keep({ text: value.trim(), shared: false }) : await remove({ id: kept.id });
    setFault(error === undefined ? null : faultOf(error).message);
    if (error !== undefined) return;
    announce(kept === undefined ? 'Kept as a snippet.' : 'The snippet is deleted.');
    again({ requestPolicy: 'network-only' });
  }

  return (
    <div className="comment">
      <label htmlFor={id}>Comment to the learner</label>
      <textarea id={id} ref={box} rows={3} maxLength={4000} value={value} aria-controls={`${id}-list`} aria-autocomplete="list" aria-activedescendant={offered.length > 0 ? `${id}-${at}` : undefined}
        onChange={(event) => write(event.target.value, event.target.selectionStart)} onKeyDown={pressed} onBlur={() => setTyped(null)} />
      <ul id={`${id}-list`} role="listbox" aria-label="Snippets" hidden={offered.length === 0}>
        {offered.map(({ id: snippet, text }, place) => <li key={snippet} id={`${id}-${place}`} role="option" aria-selected={place === at} onMouseDown={(event) => { event.preventDefault(); insert(text); }}>{text}</li>)}
      </ul>
      <p className="small quiet row">
        {all.length === 0 ? 'Texts that you keep are offered here when you type /.' : 'Type / for your snippets.'}
        {value.trim() !== '' && (kept === undefined || kept.own) && <button type="button" className="link" onClick={() => void toggle()}>{kept === undefined ? 'Keep this text as a snippet' : 'Delete this snippet'}</button>}
        {fault !== null && <span role="alert" className="bad">{fault}</span>}
      </p>
    </div>
  );
}
