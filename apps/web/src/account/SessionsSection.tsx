import { Button } from '@mantine/core';
import { useState } from 'react';
import { useMutation } from 'urql';
import { Dialog } from '../frame/Dialog.js';
import { EndSessionDocument, SignOutEverywhereDocument } from '../generated/graphql.js';
import { fieldFaults } from '../states/faults.js';
import { When } from '../time/When.js';
import type { MyAccount, SectionProps } from './section.js';
import { Said, type Outcome } from './Said.js';

const ways: Record<string, string> = { password: 'by password', link: 'by a link in a mail', passkey: 'with a passkey', provider: 'through your organisation', invitation: 'by an invitation', demo: 'as one of the demo' };

/** Every browser in which one is signed in, each with a way to end it. */
export function SessionsSection({ mine, reload }: SectionProps) {
  const [, end] = useMutation(EndSessionDocument);
  const [leaving, leave] = useMutation(SignOutEverywhereDocument);
  const [asking, setAsking] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>(null);
  async function endOne({ id, device }: MyAccount['sessions'][number]) {
    const { error } = await end({ id });
    setOutcome(error === undefined ? { bad: false, sentence: `The session on ${nameOf(device)} has ended.` } : { bad: true, sentence: Object.values(fieldFaults(error)).join(' ') });
    reload();
  }
  async function endAll() {
    const { error } = await leave({});
    if (error === undefined) return location.assign('/sign-in');
    setAsking(false);
    return setOutcome({ bad: true, sentence: Object.values(fieldFaults(error)).join(' ') });
  }
  return (
    <>
      <ul className="lines" aria-label="Your sessions">
        {mine.sessions.map((session) => (
          <li key={session.id} className="session">
            <span><strong>{nameOf(session.device)}</strong>{session.current && <span className="quiet"> (this one)</span>}
              <span className="small quiet below">{mine.organisations.length > 1 && `${session.organisation}; `}signed in {ways[session.method] ?? ''} <When at={session.createdAt} />{!session.current && <>, used last <When at={session.seenAt} /></>}</span></span>
            {!session.current && <button type="button" className="link" aria-label={`End the session on ${nameOf(session.device)}`} onClick={() => void endOne(session)}>End</button>}
          </li>
        ))}
      </ul>
      <Said outcome={outcome} />
      <div className="row"><Button variant="default" onClick={() => setAsking(true)}>Sign out everywhere</Button></div>
      <Dialog opened={asking} close={() => setAsking(false)} title="Sign out everywhere?">
        <div className="stack">
          <p>Every session ends at once, this one too. What you have saved stays.</p>
          <div className="row"><Button loading={leaving.fetching} onClick={() => void endAll()}>Sign out everywhere</Button><Button variant="subtle" onClick={() => setAsking(false)} data-autofocus>Stay</Button></div>
        </div>
      </Dialog>
    </>
  );
}

const nameOf = (device: string): string => (device === '' ? 'An unknown device' : device);
