import { Button, Checkbox } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { CohortRegistrationDocument, DecideRegistrationDocument, OrganisationRegistrationDocument, SetRegistrationDocument, WaitingRegistrationsDocument } from '../generated/graphql.js';
import { fieldFaults } from '../states/faults.js';
import { Loaded } from '../states/Loaded.js';
import { When } from '../time/When.js';
import '../ways-in/ways-in.css';

interface Said { bad: boolean; sentence: string }

/** Whether people register themselves, with which code, and who waits to be let in. `cohort`: null for the organisation itself. */
export function RegistrationSection({ cohort }: { cohort: string | null }) {
  const [own, readOwn] = useQuery({ query: OrganisationRegistrationDocument, pause: cohort !== null });
  const [ofCohort, readCohort] = useQuery({ query: CohortRegistrationDocument, variables: { cohort: cohort ?? '' }, pause: cohort === null });
  const [{ fetching }, set] = useMutation(SetRegistrationDocument);
  const [said, setSaid] = useState<Said | null>(null);
  const result = cohort === null ? own : ofCohort;
  const known = cohort === null ? own.data?.registration : ofCohort.data?.cohort?.registration;
  const reload = () => (cohort === null ? readOwn : readCohort)({ requestPolicy: 'network-only' });
  const way = known ?? { open: false, approval: false, code: '', path: '' };
  async function change(part: { open?: boolean; approval?: boolean; anew?: boolean }, sentence: string) {
    const { error } = await set({ cohort, open: part.open ?? way.open, approval: part.approval ?? way.approval, anew: part.anew ?? false });
    setSaid(error === undefined ? { bad: false, sentence } : { bad: true, sentence: Object.values(fieldFaults(error)).join(' ') });
    if (error === undefined) reload();
  }
  return (
    <section aria-labelledby="registration" className="stack" style={{ maxWidth: '38rem' }}>
      <h2 id="registration">Registering oneself</h2>
      <p className="quiet">{cohort === null ? 'Whoever has the code gets an account as a learner, and no course yet.' : 'Whoever has the code gets a place in this cohort, or one in line where it is full.'} Everybody confirms her address by mail first.</p>
      <Loaded result={result} value={result.data === undefined ? null : way} retry={reload} what="setting" need="coordinators">
        {({ open, approval, code, path }) => (
          <>
            <Checkbox label="People can register themselves" checked={open} disabled={fetching} onChange={(event) => void change({ open: event.currentTarget.checked }, event.currentTarget.checked ? 'People can register themselves.' : 'Nobody can register any more.')} />
            <Checkbox label="Let each in by hand" description="Who registers waits until you decide." checked={approval} disabled={fetching} onChange={(event) => void change({ approval: event.currentTarget.checked }, 'Saved.')} />
            {open && (
              <div className="stack tight">
                <p className="small">The code is <strong>{code.replace(/(.{5})/, '$1 ')}</strong>, to be typed at <strong>{location.host}/join</strong>, or the link:</p>
                <code className="address">{location.origin}{path}</code>
                <div className="row"><Button variant="default" size="xs" loading={fetching} onClick={() => void change({ anew: true }, 'The code is another one. The older one works no more.')}>Make another code</Button></div>
              </div>
            )}
          </>
        )}
      </Loaded>
      <p role="status" className={said === null ? 'unseen' : said.bad ? 'bad' : 'sign good'} data-sign="✓">{said?.sentence ?? ''}</p>
      <Waiting cohort={cohort} />
    </section>
  );
}

function Waiting({ cohort }: { cohort: string | null }) {
  const [{ data }, again] = useQuery({ query: WaitingRegistrationsDocument, variables: { cohort, after: null } });
  const [{ fetching }, decide] = useMutation(DecideRegistrationDocument);
  const [said, setSaid] = useState<Said | null>(null);
  async function settle({ id, name }: { id: string; name: string }, admit: boolean) {
    const { error } = await decide({ id, admit });
    setSaid(error === undefined ? { bad: false, sentence: admit ? `${name} is in. A mail is on its way.` : `${name} is not let in.` } : { bad: true, sentence: Object.values(fieldFaults(error)).join(' ') });
    again({ requestPolicy: 'network-only' });
  }
  const list = data?.waitingRegistrations;
  return (
    <>
      <p role="status" className={said === null ? 'unseen' : said.bad ? 'bad' : 'sign good'} data-sign="✓">{said?.sentence ?? ''}</p>
      {list !== undefined && list.totalCount > 0 && (
        <div className="stack tight">
          <h3 id="registered">Waiting to be let in <span className="quiet number">{list.totalCount}</span></h3>
          <ul className="lines" aria-labelledby="registered">
            {list.nodes.map((person) => (
              <li key={person.id} className="row between">
                <span className="grow">{person.name}<span className="small quiet below">{person.email}, <When at={person.createdAt} /></span></span>
                <span className="row"><Button size="xs" loading={fetching} onClick={() => void settle(person, true)} aria-label={`Let ${person.name} in`}>Let in</Button><Button size="xs" variant="subtle" onClick={() => void settle(person, false)} aria-label={`Refuse ${person.name}`}>Refuse</Button></span>
              </li>
            ))}
          </ul>
          {list.pageInfo.hasNextPage && <p className="small quiet">The first fifty are shown; more follow once you have decided.</p>}
        </div>
      )}
    </>
  );
}
