import { Button } from '@mantine/core';
import { useState } from 'react';
import { useClient } from 'urql';
import { AuditCheckDocument, type AuditCheckQuery } from '../generated/graphql.js';
import { faultOf } from '../states/faults.js';
import { plural } from '../time/words.js';

type State = { is: 'idle' | 'at work' } | { is: 'failed'; says: string } | { is: 'done'; check: AuditCheckQuery['auditCheck'] };

/** Goes through the whole trail on the server, and says whether it is as it was written. */
export function CheckTrail() {
  const client = useClient();
  const [state, setState] = useState<State>({ is: 'idle' });
  async function check() {
    setState({ is: 'at work' });
    const { data, error } = await client.query(AuditCheckDocument, {}, { requestPolicy: 'network-only' }).toPromise();
    if (data !== undefined) setState({ is: 'done', check: data.auditCheck });
    else setState({ is: 'failed', says: error === undefined ? 'The server did not answer.' : faultOf(error).message });
  }
  return (
    <section aria-labelledby="check" className="stack">
      <h2 id="check">Is it as it was written?</h2>
      <p>Each change holds a hash of itself and of the one before it, so that an edit in the database shows.</p>
      <div className="row"><Button variant="default" loading={state.is === 'at work'} onClick={() => void check()}>Check the trail</Button></div>
      <div role="status">
        {state.is === 'failed' && <p className="bad">{state.says}</p>}
        {state.is === 'done' && <Outcome check={state.check} />}
      </div>
    </section>
  );
}

function Outcome({ check: { holds, holdsTo, hash, says, entries, withheld, removedTo } }: { check: AuditCheckQuery['auditCheck'] }) {
  if (!holds) return <p className="sign bad" data-sign="✗">{says} {holdsTo === 0 ? 'Nothing before it holds.' : `Up to № ${holdsTo} all is as it was written.`}</p>;
  if (entries === 0) return <p className="quiet">Nothing is recorded yet.</p>;
  return (
    <>
      <p className="sign good" data-sign="✓">The chain holds up to № {holdsTo}: {plural(entries, 'change is', 'changes are')} as written.</p>
      {withheld > 0 && <p className="quiet small">Of {plural(withheld, 'change')} the names and values were taken out, each for a reason that stands in the trail.</p>}
      {removedTo > 0 && <p className="quiet small">Changes up to № {removedTo} are older than they are kept here.</p>}
      <p className="small">Note this hash somewhere else, and a trail that was rewritten whole will show too: <code className="hash">{hash}</code></p>
    </>
  );
}
