import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { SessionHistoryDocument } from '../generated/graphql.js';
import { faultOf } from '../states/faults.js';
import { Failure } from '../states/states.js';
import { When } from '../time/When.js';

/** Who changed what of a session and its attendance. */
export function SessionHistory({ id, turn }: { id: string; turn: number }) {
  const [open, setOpen] = useState(false);
  const [after, setAfter] = useState<string | null>(null);
  const [result, again] = useQuery({ query: SessionHistoryDocument, variables: { id, after }, pause: !open, requestPolicy: 'cache-and-network' });
  useEffect(() => { if (open) again({ requestPolicy: 'network-only' }); }, [turn, open, again]);
  const changes = result.data?.liveSession?.changes ?? null;
  return (
    <section aria-labelledby="history" className="stack">
      <h2 id="history">History</h2>
      {!open && <p><Button variant="default" onClick={() => setOpen(true)}>Show who changed what</Button></p>}
      {result.error !== undefined && changes === null && <Failure message={faultOf(result.error).message} retry={() => again({ requestPolicy: 'network-only' })} />}
      {open && changes !== null && (
        <>
          <ul className="lines">{changes.edges.map(({ node }) => <li key={node.id}><p>{node.about !== null && <strong>{node.about.name}: </strong>}{node.says}</p><p className="small quiet">{node.by?.name ?? 'Preceptor'}, <When at={node.at} /></p></li>)}</ul>
          {(after !== null || changes.pageInfo.hasNextPage) && <p className="row">{after !== null && <Button variant="default" onClick={() => setAfter(null)}>Newest</Button>}{changes.pageInfo.hasNextPage && <Button variant="default" onClick={() => setAfter(changes.pageInfo.endCursor ?? null)}>Earlier</Button>}</p>}
        </>
      )}
    </section>
  );
}
