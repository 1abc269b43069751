import { Button } from '@mantine/core';
import { useState } from 'react';
import { useMutation } from 'urql';
import { AdmitWaitingDocument, StopWaitingDocument } from '../../generated/graphql.js';
import { faultOf } from '../../states/faults.js';
import { When } from '../../time/When.js';
import { plural } from '../../time/words.js';
import type { Places } from './cohortPlaces.js';

type Waiting = Places['waiting']['nodes'][number];
interface Props { places: Places; acts: boolean; onDone: (sentence: string) => void }

/** Who waits, first come first; staff can give a free place to anybody of them. */
export function WaitingList({ places: { waiting, capacity, placesTaken, fills }, acts, onDone }: Props) {
  const [admitting, admit] = useMutation(AdmitWaitingDocument);
  const [stopping, stop] = useMutation(StopWaitingDocument);
  const [busy, setBusy] = useState('');
  const full = capacity !== null && placesTaken >= capacity;
  const fault = admitting.error ?? stopping.error;
  async function give({ id, account }: Waiting) {
    setBusy(id);
    const { error } = await admit({ waiting: id });
    setBusy('');
    if (error === undefined) onDone(`${account.name} has a place.`);
  }
  async function takeOff({ id, account }: Waiting) {
    setBusy(id);
    const { error } = await stop({ waiting: id });
    setBusy('');
    if (error === undefined) onDone(`${account.name} is off the waiting list.`);
  }
  return (
    <section aria-labelledby="waiting" className="stack">
      <h2 id="waiting">{waiting.totalCount === 0 ? 'Nobody waits' : `${plural(waiting.totalCount, 'person waits', 'people wait')}`}</h2>
      <p className="quiet measure">{waiting.totalCount === 0 ? 'Whoever is enrolled when all places are taken waits here in line.' : fills === 'FIRST' ? 'A place that frees goes to the first in line at once.' : 'A place that frees goes to whom you choose here.'}</p>
      {fault !== undefined && <p role="alert" className="bad">{faultOf(fault).message}</p>}
      {waiting.nodes.length > 0 && (
        <table className="grid folds">
          <caption className="unseen">Waiting list</caption>
          <thead><tr><th scope="col">Name</th><th scope="col">Place in line</th><th scope="col">Waits since</th>{acts && <th scope="col">Do</th>}</tr></thead>
          <tbody>
            {waiting.nodes.map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.account.name}<span className="small quiet below">{row.account.email}</span></th>
                <td data-label="Place in line">{row.position}</td>
                <td data-label="Waits since"><When at={row.joinedAt} /></td>
                {acts && (
                  <td><span className="row">
                    <Button size="xs" variant="default" disabled={full || (busy !== '' && busy !== row.id)} loading={busy === row.id && admitting.fetching} title={full ? 'All places are taken' : undefined} aria-label={`Give a place to ${row.account.name}`} onClick={() => void give(row)}>Give a place</Button>
                    <Button size="xs" variant="subtle" disabled={busy !== '' && busy !== row.id} aria-label={`Take off ${row.account.name}`} onClick={() => void takeOff(row)}>Take off</Button>
                  </span></td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {waiting.totalCount > waiting.nodes.length && <p className="quiet small">The first {waiting.nodes.length} are shown.</p>}
    </section>
  );
}
