import { Button, Textarea } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { Dialog } from '../frame/Dialog.js';
import { Page } from '../frame/Page.js';
import { announce } from '../frame/announce.js';
import { CancelSessionDocument, OneSessionDocument, RestoreSessionDocument, type SessionFragment } from '../generated/graphql.js';
import { readOutline } from '../learning/reading.js';
import { useHasRole } from '../session/Session.js';
import { Loaded } from '../states/Loaded.js';
import { faultOf } from '../states/faults.js';
import { CodeOnScreen } from './CodeOnScreen.js';
import { Roll } from './Roll.js';
import { SessionForm } from './SessionForm.js';
import { SessionHistory } from './SessionHistory.js';
import { dayParts, timesInWords } from './times.js';
import { UploadList } from './UploadList.js';
import './sessions.css';

/** One session: when and where, the code on the screen, the roll, its history. */
export function SessionPage() {
  const { session: id } = useParams({ from: '/sessions/$session' });
  const [result, again] = useQuery({ query: OneSessionDocument, variables: { id } });
  const [open, setOpen] = useState<'change' | 'cancel' | 'list' | null>(null);
  const [turn, setTurn] = useState(0);
  const plans = useHasRole('COORDINATOR', 'ADMINISTRATOR');
  const found = result.data?.liveSession ?? null;
  const cohort = found?.cohort ?? null;
  const close = () => setOpen(null);
  const reload = () => { close(); setTurn((now) => now + 1); again({ requestPolicy: 'network-only' }); };
  return (
    <Page title={found?.title ?? 'Session'} within={cohort?.name ?? 'Cohort'}
      trail={cohort !== null && <nav aria-label="Where this is"><Link to="/cohorts">Cohorts</Link> <span aria-hidden="true">/</span> <Link to="/cohorts/$cohort" params={{ cohort: cohort.id }}>{cohort.name}</Link> <span aria-hidden="true">/</span> <Link to="/cohorts/$cohort/sessions" params={{ cohort: cohort.id }}>Sessions</Link></nav>}
      lead={found !== null && <When session={found} />}
      actions={found !== null && plans && <><Button variant="default" onClick={() => setOpen('change')}>Change or move it</Button>{found.cancelled ? <Restore session={found} onDone={reload} /> : <Button variant="subtle" onClick={() => setOpen('cancel')}>Cancel it</Button>}</>}>
      <Loaded result={result} value={found} retry={reload} what="session" need="the staff of a cohort">
        {(session) => (
          <div className="stack wide">
            {session.cancelled && <p className="sign bad" data-sign="✕">Cancelled{session.cancelReason === null ? '.' : `: ${session.cancelReason}`}</p>}
            {session.description !== '' && <p className="measure">{session.description}</p>}
            {!session.cancelled && <CodeOnScreen id={id} />}
            {!session.cancelled && <Roll key={turn} id={id} cohort={session.cohort?.id} actions={<Button variant="default" onClick={() => setOpen('list')}>From a meeting’s list</Button>} onMarked={() => setTurn((now) => now)} />}
            <SessionHistory id={id} turn={turn} />
            <Dialog opened={open === 'change'} close={close} title="Change the session">
              {open === 'change' && cohort !== null && <SessionForm cohort={cohort.id} timeZone={cohort.timeZone} outline={readOutline(cohort.courseVersion.outline)} one={session} close={close} onSaved={reload} />}
            </Dialog>
            <Dialog opened={open === 'cancel'} close={close} title="Cancel this session?"><Cancel session={session} close={close} onDone={reload} /></Dialog>
            <Dialog opened={open === 'list'} close={close} title="Attendance from a meeting’s list">
              {open === 'list' && cohort !== null && <UploadList cohort={cohort.id} session={id} close={close} onDone={reload} />}
            </Dialog>
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function When({ session }: { session: SessionFragment }) {
  const { weekday, day, month } = dayParts(session.timeZone, session.startsAt);
  return (
    <>
      <time dateTime={session.startsAt}>{weekday} {day} {month}, {timesInWords(session)}</time>
      {session.place !== null && <>, {session.place}</>}
      {session.link !== null && <>, <a href={session.link} rel="noreferrer">join online</a></>}
      {session.facilitators.length > 0 && <>, with {session.facilitators.map(({ name }) => name).join(', ')}</>}
    </>
  );
}

function Cancel({ session, close, onDone }: { session: SessionFragment; close: () => void; onDone: () => void }) {
  const [state, cancel] = useMutation(CancelSessionDocument);
  const [reason, setReason] = useState('');
  async function send(): Promise<void> {
    const { error } = await cancel({ id: session.id, revision: session.revision, reason });
    if (error !== undefined) return;
    announce('The session is cancelled.');
    onDone();
  }
  return (
    <div className="stack">
      <p>Learners see it crossed out with your reason, in their calendars too. It counts toward completion no longer. You can restore it.</p>
      <Textarea label="Why" value={reason} maxLength={500} onChange={(event) => setReason(event.currentTarget.value)} />
      {state.error !== undefined && <p role="alert" className="bad">{faultOf(state.error).message}</p>}
      <div className="row"><Button className="danger" loading={state.fetching} onClick={() => void send()}>Cancel the session</Button><Button variant="subtle" onClick={close}>Keep it</Button></div>
    </div>
  );
}

function Restore({ session, onDone }: { session: SessionFragment; onDone: () => void }) {
  const [state, restore] = useMutation(RestoreSessionDocument);
  async function send(): Promise<void> {
    const { error } = await restore({ id: session.id, revision: session.revision });
    if (error === undefined) { announce('The session takes place.'); onDone(); }
  }
  return <><Button variant="subtle" loading={state.fetching} onClick={() => void send()}>Restore it</Button>{state.error !== undefined && <span role="alert" className="bad">{faultOf(state.error).message}</span>}</>;
}
