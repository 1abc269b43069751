import { Button, Textarea } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { announce } from '../frame/announce.js';
import { Dialog } from '../frame/Dialog.js';
import { AcknowledgeStakeDocument, CohortStakesDocument, type CohortStakesQuery } from '../generated/graphql.js';
import { faultOf } from '../states/faults.js';
import { Partly } from '../states/states.js';
import { When } from '../time/When.js';
import './grading.css';

type Stake = NonNullable<CohortStakesQuery['cohort']>['passesAtStake']['nodes'][number];

/** Learners of a cohort whose pass a regrade turned. Nothing is revoked by itself: a coordinator looks, and says what was settled. */
export function CertificatesAtStake({ cohort, coordinates }: { cohort: string; coordinates: boolean }) {
  const [{ data, error }, again] = useQuery({ query: CohortStakesDocument, variables: { id: cohort }, requestPolicy: 'cache-and-network' });
  const [settling, setSettling] = useState<Stake | null>(null);
  const found = data?.cohort?.passesAtStake;
  const retry = () => again({ requestPolicy: 'network-only' });
  if (found === undefined) return error === undefined ? null : <Partly message={`Whether certificates are at stake could not be loaded. ${faultOf(error).message}`} retry={retry} />;
  if (found.totalCount === 0) return null;
  return (
    <section aria-labelledby="at-stake" className="stack">
      <h2 id="at-stake"><span className="sign warn" data-sign="▲">Certificates at stake</span> <span className="quiet number">{found.totalCount}</span></h2>
      <p className="measure quiet">A question was regraded, and what these learners had passed turned. No certificate was revoked: speak with them, then say what was settled.</p>
      <ul className="lines stakes">
        {found.nodes.map((stake) => (
          <li key={stake.id}>
            <div className="stack tight">
              <p><Link to="/learners/$enrolment" params={{ enrolment: stake.enrolment }} className="plain">{nameOf(stake)}</Link>{' '}
                {stake.turned === 'LOST' ? <span className="sign bad" data-sign="✕">had passed the course and has not any more</span> : <span className="sign good" data-sign="✓">has passed the course by it</span>}</p>
              <p className="small quiet">{stake.regrade.account?.name ?? 'Somebody'}, <When at={stake.at} />: “{stake.regrade.reason}”</p>
            </div>
            {coordinates && <Button variant="default" size="xs" onClick={() => setSettling(stake)} aria-label={`Settle ${nameOf(stake)}`}>Settle</Button>}
          </li>
        ))}
      </ul>
      <Dialog opened={settling !== null} close={() => setSettling(null)} title={settling === null ? '' : `Settle ${nameOf(settling)}`}>
        {settling !== null && <Settling stake={settling} done={() => { setSettling(null); retry(); }} />}
      </Dialog>
    </section>
  );
}

function Settling({ stake, done }: { stake: Stake; done: () => void }) {
  const [note, setNote] = useState('');
  const [{ fetching, error }, acknowledge] = useMutation(AcknowledgeStakeDocument);
  async function submit() {
    if ((await acknowledge({ stake: stake.id, note })).error !== undefined) return;
    announce('Settled.');
    done();
  }
  return (
    <form className="stack" onSubmit={(event) => { event.preventDefault(); void submit(); }}>
      <Textarea label="What was settled" description="Kept beside the regrade. The learner does not see it." autosize minRows={2} maxLength={1000} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      {error !== undefined && <p role="alert" className="bad small">{faultOf(error).message}</p>}
      <div className="row"><Button type="submit" loading={fetching}>It is settled</Button></div>
    </form>
  );
}

const nameOf = ({ learner }: Stake): string => learner?.name ?? 'Somebody who is here no more';
