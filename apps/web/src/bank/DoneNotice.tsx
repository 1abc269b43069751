import { useState } from 'react';
import { useMutation } from 'urql';
import { UndoChangeDocument } from '../generated/graphql.js';
import { faultOf } from '../states/faults.js';
import { plural } from '../time/words.js';

export interface Done { id: string; said: string; items: number }

/** What was done to many questions, with the way back. */
export function DoneNotice({ done, onUndone, dismiss }: { done: Done; onUndone: () => void; dismiss: () => void }) {
  const [state, undo] = useMutation(UndoChangeDocument);
  const [after, setAfter] = useState<string>();
  async function takeBack() {
    const { data, error } = await undo({ id: done.id });
    if (error !== undefined) setAfter(faultOf(error).message);
    if (data === undefined) return;
    setAfter(undoneWords(data.undoBankItemsChange));
    onUndone();
  }
  return (
    <p className="done-notice" role="status">
      <span className="sign good" data-sign="✓">{after ?? `${done.said}.`}</span>
      {after === undefined && done.items > 0 && <button type="button" className="link" disabled={state.fetching} onClick={() => void takeBack()}>Undo</button>}
      <button type="button" className="link quiet" onClick={dismiss}>Dismiss</button>
    </p>
  );
}

export function undoneWords({ undone, kept }: { undone: number; kept: readonly string[] }): string {
  const stayed = kept.length === 0 ? '' : ` ${plural(kept.length, 'question')} that somebody has changed since ${kept.length === 1 ? 'stays as it is' : 'stay as they are'}.`;
  return `Taken back: ${plural(undone, 'question')} ${undone === 1 ? 'is as it was' : 'are as they were'}.${stayed}`;
}
