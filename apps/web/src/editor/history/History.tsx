import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import { ItemHistoryDocument, type ItemHistoryQuery } from '../../generated/graphql.js';
import { faultOf } from '../../states/faults.js';
import { Bones, Failure } from '../../states/states.js';
import { When } from '../../time/When.js';
import { withIds } from '../document/ids.js';
import { isRecord, type ItemDocument } from '../document/paths.js';
import { stateNames } from '../review/states.js';
import { differences } from './differences.js';
import { Differences } from './Differences.js';

type Entry = NonNullable<ItemHistoryQuery['item']>['history']['nodes'][number];
interface Props { item: string; /** rises with every save, so that the list follows */ revision: number; mayRestore: boolean; restore: (revision: number) => Promise<string | null> }

const causes: Record<Entry['cause'], string> = { CREATED: 'made it', EDITED: 'wrote', RESTORED: 'restored an earlier version', IMPORTED: 'imported it', PULLED: 'pulled it from the course source', BULK: 'changed it with others' };

/** Every version of the item, newest first, with what was changed in each word by word, and the way back to any. */
export function History({ item, revision, mayRestore, restore }: Props) {
  const client = useClient();
  const [entries, setEntries] = useState<Entry[] | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [turn, setTurn] = useState(0);
  const fetchPage = async (after: string | null, wanted: () => boolean): Promise<void> => {
    const { data, error } = await client.query(ItemHistoryDocument, { id: item, after }, { requestPolicy: 'network-only' }).toPromise();
    if (!wanted()) return;
    setFault(error === undefined ? null : faultOf(error).message);
    const page = data?.item?.history;
    if (page === undefined) return;
    setEntries((before) => (after === null ? page.nodes : [...before ?? [], ...page.nodes]));
    setNext(page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null);
  };
  useEffect(() => {
    let here = true;
    void fetchPage(null, () => here);
    return () => void (here = false);
  }, [item, revision, turn]);
  if (entries === null) return fault === null ? <Bones /> : <Failure message={fault} retry={() => setTurn(turn + 1)} />;
  return (
    <div className="stack">
      <ol className="lines history">
        {entries.map((entry, index) => <HistoryEntry key={entry.revision} entry={entry} before={entries[index + 1] ?? null} isNewest={index === 0} isLast={index === entries.length - 1 && next === null} mayRestore={mayRestore} restore={restore} />)}
      </ol>
      {next !== null && <Button variant="default" size="sm" onClick={() => void fetchPage(next, () => true)}>Show earlier ones</Button>}
    </div>
  );
}

function HistoryEntry({ entry, before, isNewest, isLast, mayRestore, restore }: { entry: Entry; before: Entry | null; isNewest: boolean; isLast: boolean; mayRestore: boolean; restore: Props['restore'] }) {
  const [open, setOpen] = useState(isNewest);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const take = async (): Promise<void> => {
    setBusy(true);
    setFault(await restore(entry.revision));
    setBusy(false);
  };
  return (
    <li>
      <p><strong>{entry.by?.name ?? 'Somebody'}</strong> {causes[entry.cause]} <span className="quiet"><When at={entry.savedAt} /></span>{entry.version !== null && <span className="sign good" data-sign="✓"> approved as version {entry.version}</span>}</p>
      {entry.decisions.map(({ id, by, toState, note }) => <p key={id} className="small quiet">{by?.name ?? 'Somebody'}: {stateNames[toState].toLowerCase()}{note !== null && ` – ${note}`}</p>)}
      <div className="row small">
        {!isLast && <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>{open ? 'Hide what changed' : 'What changed'}</button>}
        {!isNewest && mayRestore && <button type="button" className="link" disabled={busy} onClick={() => void take()}>Restore this version</button>}
        {isNewest && <span className="quiet">The newest</span>}
      </div>
      {fault !== null && <p role="alert" className="bad small">{fault}</p>}
      {open && before !== null && <Differences all={differences(documentOf(before), documentOf(entry))} />}
    </li>
  );
}

const documentOf = ({ document }: Entry): ItemDocument => (isRecord(document) ? withIds(document) : {});
