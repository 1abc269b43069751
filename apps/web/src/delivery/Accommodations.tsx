import { Button } from '@mantine/core';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { Dialog } from '../frame/Dialog.js';
import { announce } from '../frame/announce.js';
import { CohortAccommodationsDocument, LearnerAccommodationsDocument, RemoveAccommodationDocument, type GrantedFragment } from '../generated/graphql.js';
import { faultOf } from '../states/faults.js';
import { Bones, Failure } from '../states/states.js';
import { exactly, lasting, plural } from '../time/words.js';
import { AccommodationForm } from './AccommodationForm.js';
import type { Choices, Recipient } from './choices.js';
import './delivery.css';

/** What a learner is granted, on her story's page. */
export function LearnerAccommodations({ enrolment, choices }: { enrolment: string; choices: Choices }) {
  const [result, again] = useQuery({ query: LearnerAccommodationsDocument, variables: { id: enrolment } });
  const found = result.data?.enrolment ?? null;
  return <Section recipient={{ enrolment }} choices={choices} granted={found?.accommodations ?? null} open={found?.openAttempts ?? 0} failed={result.error === undefined ? null : faultOf(result.error).message} reload={() => again({ requestPolicy: 'network-only' })} />;
}

/** What a whole cohort is granted. */
export function CohortAccommodations({ cohort, choices }: { cohort: string; choices: Choices }) {
  const [result, again] = useQuery({ query: CohortAccommodationsDocument, variables: { id: cohort } });
  const found = result.data?.cohort ?? null;
  return <Section recipient={{ cohort }} choices={choices} granted={found?.accommodations ?? null} open={found?.openAttempts ?? 0} failed={result.error === undefined ? null : faultOf(result.error).message} reload={() => again({ requestPolicy: 'network-only' })} />;
}

interface Props { recipient: Recipient; choices: Choices; granted: GrantedFragment[] | null; open: number; failed: string | null; reload: () => void }
function Section({ recipient, choices, granted, open, failed, reload }: Props) {
  const [editing, setEditing] = useState<GrantedFragment | 'new' | null>(null);
  const done = () => { setEditing(null); announce('Saved, and in force.'); reload(); };
  return (
    <section aria-labelledby="accommodations" className="stack">
      <h2 id="accommodations">Accommodations</h2>
      {granted === null && failed === null && <Bones lines={2} label="Loading accommodations" />}
      {granted === null && failed !== null && <Failure message={failed} retry={reload} />}
      {granted?.length === 0 && <p className="quiet">{'enrolment' in recipient ? 'Nothing is granted beside the rules.' : 'Nothing is granted to the whole cohort.'}</p>}
      {granted !== null && granted.length > 0 && <ul className="lines">{granted.map((one) => <Row key={one.id} one={one} choices={choices} open={open} onEdit={() => setEditing(one)} onRemoved={reload} />)}</ul>}
      <p><Button variant="default" onClick={() => setEditing('new')}>Grant extra time, attempts or dates</Button></p>
      <Dialog opened={editing !== null} close={() => setEditing(null)} title={editing === 'new' ? 'Grant an accommodation' : 'Change an accommodation'}>
        {editing !== null && <AccommodationForm recipient={recipient} choices={choices} open={open} one={editing === 'new' ? null : editing} close={() => setEditing(null)} onSaved={done} />}
      </Dialog>
    </section>
  );
}

function Row({ one, choices, open, onEdit, onRemoved }: { one: GrantedFragment; choices: Choices; open: number; onEdit: () => void; onRemoved: () => void }) {
  const [state, remove] = useMutation(RemoveAccommodationDocument);
  const [asked, setAsked] = useState(false);
  const title = one.assessment === null ? 'Every assessment' : choices.find(({ id }) => id === one.assessment)?.title ?? one.assessment;
  async function takeAway(): Promise<void> {
    const { error } = await remove({ id: one.id });
    if (error === undefined) onRemoved();
  }
  return (
    <li className="stack tight">
      <p><strong>{title}</strong>: {grantedInWords(one).join(', ')}</p>
      <p className="small quiet">{one.reason}</p>
      <p className="row small">
        <button type="button" className="link" onClick={onEdit}>Change<span className="unseen"> what is granted for {title}</span></button>
        <button type="button" className="link" onClick={() => setAsked(true)}>Withdraw<span className="unseen"> what is granted for {title}</span></button>
        {state.error !== undefined && <span role="alert" className="bad">{faultOf(state.error).message}</span>}
      </p>
      <Dialog opened={asked} close={() => setAsked(false)} title="Withdraw it?">
        <div className="stack">
          <p>{open === 0 ? 'No attempt is under way.' : `${plural(open, 'attempt is', 'attempts are')} under way and would lose it at once.`} The history keeps it.</p>
          <div className="row"><Button className="danger" loading={state.fetching} onClick={() => void takeAway()}>Withdraw</Button><Button variant="subtle" onClick={() => setAsked(false)}>Keep it</Button></div>
        </div>
      </Dialog>
    </li>
  );
}

function grantedInWords({ timeFactor, extraAttempts, breakSeconds, opensAt, closesAt }: GrantedFragment): string[] {
  const said = [
    ...(timeFactor > 1 ? [`${Math.round((timeFactor - 1) * 100)}\u00a0% more time`] : []), ...(extraAttempts > 0 ? [plural(extraAttempts, 'more attempt')] : []), ...(breakSeconds > 0 ? [`${lasting(breakSeconds)} of break`] : []),
    ...(opensAt === null ? [] : [`opens ${exactly(opensAt)}`]), ...(closesAt === null ? [] : [`closes ${exactly(closesAt)}`]),
  ];
  return said.length === 0 ? ['nothing more'] : said;
}
