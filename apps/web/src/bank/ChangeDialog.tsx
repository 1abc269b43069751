import { Button } from '@mantine/core';
import { useEffect, useState, type FormEvent } from 'react';
import { useMutation, useQuery } from 'urql';
import { Dialog } from '../frame/Dialog.js';
import { BulkPreviewDocument, ChangeItemsDocument, type BankItemsChangeInput, type BankItemSelection, type BulkPreviewQuery, type FacetFragment } from '../generated/graphql.js';
import { faultOf } from '../states/faults.js';
import { plural } from '../time/words.js';
import { changeKinds, changeOf, refusalWords, type ChangeKind } from './changes.js';
import { ChangeField, firstValue } from './ChangeField.js';
import type { Done } from './DoneNotice.js';
import type { Bank } from './folderTree.js';

interface Props { kind: ChangeKind | null; bank: Bank | null; selection: BankItemSelection; tags: readonly FacetFragment[]; close: () => void; onDone: (done: Done) => void }

/** Asks what many questions become, says first how many that changes, then does it. */
export function ChangeDialog(props: Props) {
  const { kind, close } = props;
  return (
    <Dialog opened={kind !== null} close={close} title={changeKinds.find((each) => each.kind === kind)?.label ?? ''}>
      {kind !== null && <Form {...props} kind={kind} />}
    </Dialog>
  );
}

function Form({ kind, bank, selection, tags, close, onDone }: Props & { kind: ChangeKind }) {
  const [value, setValue] = useState(firstValue(kind));
  const settled = useSettled(value);
  const change = changeOf(kind, settled, bank?.id ?? null);
  const [preview] = useQuery({ query: BulkPreviewDocument, variables: { selection, change: change ?? {} }, pause: change === null, requestPolicy: 'network-only' });
  const [state, send] = useMutation(ChangeItemsDocument);
  const [fault, setFault] = useState<string>();
  const told = change === null || preview.fetching || preview.stale ? undefined : preview.data?.bankItemsChangePreview;
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const wanted: BankItemsChangeInput | null = changeOf(kind, value, bank?.id ?? null);
    if (wanted === null) return;
    const { data, error } = await send({ selection, change: wanted });
    if (error !== undefined) setFault(faultOf(error).message);
    else if (data !== undefined) onDone({ id: data.changeBankItems.id, said: data.changeBankItems.said, items: data.changeBankItems.items });
  }
  const refused = fault ?? (change !== null && preview.error !== undefined ? faultOf(preview.error).message : undefined);
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <ChangeField kind={kind} bank={bank} tags={tags} value={value} onChange={(next) => { setFault(undefined); setValue(next); }} />
      {refused !== undefined ? <p role="alert" className="bad">{refused}</p> : <div role="status" className="preview">{told !== undefined && <Told told={told} />}</div>}
      <div className="row">
        <Button type="submit" loading={state.fetching} disabled={told === undefined || told.changed === 0} {...(kind === 'retire' ? { className: 'danger' } : {})}>{buttonWords(kind, told?.changed ?? 0)}</Button>
        <Button variant="subtle" onClick={close}>Cancel</Button>
      </div>
    </form>
  );
}

function buttonWords(kind: ChangeKind, changed: number): string {
  return `${kind === 'retire' ? 'Retire' : kind === 'folder' ? 'Move' : 'Change'}${changed === 0 ? '' : ` ${plural(changed, 'question')}`}`;
}

function Told({ told: { items, changed, same, toReview, refused } }: { told: BulkPreviewQuery['bankItemsChangePreview'] }) {
  return (
    <ul className="small stack tight">
      <li>{changed === 0 ? 'Nothing changes.' : changed === items ? `All ${plural(items, 'question')} change.` : `${plural(changed, 'question')} of ${items.toLocaleString('en')} change.`}{same > 0 && ` ${plural(same, 'question')} ${same === 1 ? 'is' : 'are'} so already.`}</li>
      {refused.map(({ why, items: left }) => <li key={why} className="warn">{plural(left, 'question')} stay{left === 1 ? 's' : ''} as {left === 1 ? 'it is' : 'they are'}: {refusalWords[why]}.</li>)}
      {toReview > 0 && <li>{toReview === 1 ? '1 approved question becomes a draft and needs' : `${plural(toReview, 'approved question')} become drafts and need`} approval again; until then assessments keep the approved version.</li>}
      {changed > 0 && <li className="quiet">You can undo it.</li>}
    </ul>
  );
}

/** The value once typing has paused. */
function useSettled(value: string, pauseMs = 250): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value, pauseMs]);
  return settled;
}
