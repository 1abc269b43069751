import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../../frame/Dialog.js';
import { withIds } from '../document/ids.js';
import { isRecord, pointerOf, withValue, type ItemDocument } from '../document/paths.js';
import { inWords, wordsBetween } from '../history/differences.js';
import { Words } from '../history/Differences.js';
import { When } from '../../time/When.js';
import { joined, type Clash } from './joining.js';
import type { Conflict } from './useSaving.js';

type Choice = { is: 'mine' } | { is: 'theirs' } | { is: 'merged'; text: string };

/** Two people have changed the same fields: theirs and yours side by side, to choose or to join by hand. Until then nothing is lost, and nothing saved. */
export function ConflictDialog({ conflict, mine, settle }: { conflict: Conflict; mine: ItemDocument; settle: (document: ItemDocument) => void }) {
  const theirs = isRecord(conflict.document) ? withIds(conflict.document) : {};
  const { document, clashes } = joined(isRecord(conflict.ancestor) ? withIds(conflict.ancestor) : {}, mine, theirs);
  const [choices, setChoices] = useState<Record<string, Choice>>({});
  const who = conflict.by?.name ?? 'Somebody else';
  const done = (): void => settle(clashes.reduce((whole, { path, theirs: there }) => {
    const choice = choices[pointerOf(path)] ?? { is: 'mine' };
    return choice.is === 'theirs' ? withValue(whole, path, there) : choice.is === 'merged' ? withValue(whole, path, choice.text) : whole;
  }, document));
  const waiting = clashes.filter(({ path }) => choices[pointerOf(path)] === undefined).length;
  return (
    <Dialog opened close={() => undefined} title={`${who} changed this question too`}>
      <div className="stack">
        <p>Saved <When at={conflict.at} />, while you were writing. What only one of you changed is joined already; {clashes.length === 1 ? 'one field was' : `${clashes.length} fields were`} changed by both. Nothing of yours is lost.</p>
        {clashes.map((clash) => <ClashChoice key={pointerOf(clash.path)} clash={clash} who={who} choice={choices[pointerOf(clash.path)]} choose={(choice) => setChoices((before) => ({ ...before, [pointerOf(clash.path)]: choice }))} />)}
        <div className="row"><Button disabled={waiting > 0} onClick={done}>Save what I chose</Button>{waiting > 0 && <span className="small quiet">{waiting === 1 ? 'One field' : `${waiting} fields`} to choose</span>}</div>
      </div>
    </Dialog>
  );
}

function ClashChoice({ clash: { path, label, mine, theirs }, who, choice, choose }: { clash: Clash; who: string; choice: Choice | undefined; choose: (choice: Choice) => void }) {
  const isText = typeof mine === 'string' && typeof theirs === 'string';
  const name = `clash${pointerOf(path)}`;
  return (
    <fieldset className="clash">
      <legend>{label}</legend>
      <div className="clash-sides">
        <label className={choice?.is === 'mine' ? 'cell on' : 'cell'}><input type="radio" name={name} checked={choice?.is === 'mine'} onChange={() => choose({ is: 'mine' })} /><span><strong>Yours</strong><br />{shown(mine)}</span></label>
        <label className={choice?.is === 'theirs' ? 'cell on' : 'cell'}><input type="radio" name={name} checked={choice?.is === 'theirs'} onChange={() => choose({ is: 'theirs' })} /><span><strong>{who}’s</strong><br />{isText ? <Words words={wordsBetween(mine, theirs)} /> : shown(theirs)}</span></label>
        {isText && <label className={choice?.is === 'merged' ? 'cell on' : 'cell'}><input type="radio" name={name} checked={choice?.is === 'merged'} onChange={() => choose({ is: 'merged', text: `${mine} ${theirs}`.trim() })} /><span><strong>Join by hand</strong></span></label>}
      </div>
      {choice?.is === 'merged' && <Textarea aria-label={`${label}, joined`} autosize={false} rows={4} value={choice.text} onChange={(event) => choose({ is: 'merged', text: event.currentTarget.value })} />}
    </fieldset>
  );
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.map((row: unknown, index) => `${index + 1}. ${isRecord(row) ? inWords(row['text'] ?? row['label'] ?? row['title'] ?? row['stem'] ?? row) : inWords(row)}`).join('\n');
  return inWords(value) || 'nothing';
}
