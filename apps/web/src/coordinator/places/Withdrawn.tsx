import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMutation } from 'urql';
import { RestoreLearnerDocument } from '../../generated/graphql.js';
import { faultOf } from '../../states/faults.js';
import { When } from '../../time/When.js';
import type { Places } from './cohortPlaces.js';

/** Who has left, with the way back. */
export function Withdrawn({ places: { withdrawn }, acts, onDone }: { places: Places; acts: boolean; onDone: (sentence: string) => void }) {
  const [state, restore] = useMutation(RestoreLearnerDocument);
  if (withdrawn.totalCount === 0) return null;
  async function undo({ id, account }: Places['withdrawn']['nodes'][number]) {
    const { error } = await restore({ enrolment: id });
    if (error === undefined) onDone(`${account.name} has the place back, with all progress.`);
  }
  return (
    <section aria-labelledby="withdrawn" className="stack">
      <h2 id="withdrawn">Withdrawn</h2>
      <p className="quiet measure">What they did is kept. They open the course no more until you undo it.</p>
      {state.error !== undefined && <p role="alert" className="bad">{faultOf(state.error).message}</p>}
      <ul className="lines found" aria-label="Withdrawn learners">
        {withdrawn.nodes.map((row) => (
          <li key={row.id}>
            <span><Link to="/learners/$enrolment" params={{ enrolment: row.id }} className="plain">{row.account.name}</Link><span className="small quiet below"><When at={row.withdrawnAt} /></span></span>
            {acts && <Button size="xs" variant="default" loading={state.fetching} aria-label={`Undo the withdrawal of ${row.account.name}`} onClick={() => void undo(row)}>Undo</Button>}
          </li>
        ))}
      </ul>
      {withdrawn.totalCount > withdrawn.nodes.length && <p className="quiet small">The last {withdrawn.nodes.length} are shown.</p>}
    </section>
  );
}
