import { Button } from '@mantine/core';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { Dialog } from '../frame/Dialog.js';
import { BulkChangesDocument, UndoChangeDocument } from '../generated/graphql.js';
import { faultOf } from '../states/faults.js';
import { Loaded } from '../states/Loaded.js';
import { When } from '../time/When.js';
import { undoneWords } from './DoneNotice.js';

/** The last changes of many questions in the organisation, each with the way back. */
export function RecentChanges({ opened, close, onUndone }: { opened: boolean; close: () => void; onUndone: () => void }) {
  return <Dialog opened={opened} close={close} title="Changes of many questions">{opened && <List onUndone={onUndone} />}</Dialog>;
}

function List({ onUndone }: { onUndone: () => void }) {
  const [result, again] = useQuery({ query: BulkChangesDocument, requestPolicy: 'network-only' });
  const [state, undo] = useMutation(UndoChangeDocument);
  const [said, setSaid] = useState<string>();
  const retry = () => again({ requestPolicy: 'network-only' });
  async function takeBack(id: string) {
    const { data, error } = await undo({ id });
    setSaid(data === undefined ? error === undefined ? undefined : faultOf(error).message : undoneWords(data.undoBankItemsChange));
    retry();
    onUndone();
  }
  return (
    <div className="stack">
      {said !== undefined && <p role="status" className="small">{said}</p>}
      <Loaded result={result} value={result.data?.bankItemsChanges} retry={retry} what="list">
        {({ nodes }) => nodes.length === 0 ? <p className="quiet">Nobody has changed several questions at once yet.</p> : (
          <ul className="lines">
            {nodes.map((change) => (
              <li key={change.id} className="row between">
                <span className="grow">{change.said}<span className="small quiet below">{change.account?.name ?? 'Somebody who left'}, <When at={change.at} /></span></span>
                {change.undoneAt === null ? <Button size="compact-sm" variant="default" disabled={state.fetching} onClick={() => void takeBack(change.id)}>Undo<span className="unseen">: {change.said}</span></Button> : <span className="small quiet">taken back</span>}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </div>
  );
}
