import { Button } from '@mantine/core';
import { useState } from 'react';
import { useMutation } from 'urql';
import { ChangeItemsDocument, SayDifferDocument, UndoChangeDocument, type AlikeQuery } from '../generated/graphql.js';
import { faultOf } from '../states/faults.js';
import { ItemLink } from './ItemLink.js';
import { stateWords } from './states.js';
import { sideBySide, type Piece } from './wordDifferences.js';

type Pair = AlikeQuery['alikeItems']['nodes'][number];
/** What was done with a pair, and how it is taken back. */
interface Decided { said: string; undo: () => Promise<{ error?: unknown }> }

/** Two questions side by side, with what differs marked; one is retired, or they are said to differ. */
export function AlikePair({ pair: { likeness, one, other, oneLines, otherLines }, writes }: { pair: Pair; writes: boolean }) {
  const [, differ] = useMutation(SayDifferDocument);
  const [, change] = useMutation(ChangeItemsDocument);
  const [, undo] = useMutation(UndoChangeDocument);
  const [decided, setDecided] = useState<Decided | null>(null);
  const [fault, setFault] = useState<string>();
  const texts = sideBySide(oneLines, otherLines);
  async function sayDiffer() {
    const { error } = await differ({ one: one.id, other: other.id, differ: true });
    if (error !== undefined) return setFault(faultOf(error).message);
    return setDecided({ said: 'Remembered: they are no duplicates.', undo: () => differ({ one: one.id, other: other.id, differ: false }) });
  }
  async function retire(item: Pair['one']) {
    const { data, error } = await change({ selection: { items: [item.id] }, change: { retire: true } });
    if (error !== undefined) return setFault(faultOf(error).message);
    const done = data?.changeBankItems;
    if (done === undefined || done.items === 0) return setFault(`${item.name} is in review: give it back before it is retired.`);
    return setDecided({ said: `${item.name} is retired.`, undo: () => undo({ id: done.id }) });
  }
  const takeBack = async () => { if ((await decided?.undo())?.error === undefined) setDecided(null); };
  return (
    <li>
      <h2>{Math.round(likeness * 100)} % alike</h2>
      {decided !== null ? <p role="status" className="done-notice"><span className="sign good" data-sign="✓">{decided.said}</span> <button type="button" className="link" onClick={() => void takeBack()}>Undo</button></p> : (
        <>
          <div className="two-sides">
            <Side item={one} pieces={texts.one} writes={writes} onRetire={() => void retire(one)} />
            <Side item={other} pieces={texts.other} writes={writes} onRetire={() => void retire(other)} />
          </div>
          {fault !== undefined && <p role="alert" className="bad">{fault}</p>}
          {writes && <Button size="compact-md" variant="default" onClick={() => void sayDiffer()}>They are no duplicates<span className="unseen">: {one.name} and {other.name}</span></Button>}
        </>
      )}
    </li>
  );
}

function Side({ item, pieces, writes, onRetire }: { item: Pair['one']; pieces: readonly Piece[]; writes: boolean; onRetire: () => void }) {
  const state = stateWords[item.state];
  return (
    <div className="side">
      <p className="small"><ItemLink id={item.id}>{item.name}</ItemLink> · <span className={`sign ${state.tone}`} data-sign={state.sign}>{state.word}</span><span className="quiet below">{item.bank.title}{item.author !== null && `, ${item.author.name}`}</span></p>
      <p className="question-text">{pieces.map((piece, index) => (piece.own && piece.text.trim() !== '' ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>))}</p>
      {writes && <Button size="compact-sm" variant="subtle" onClick={onRetire}>Retire {item.name}</Button>}
    </div>
  );
}
