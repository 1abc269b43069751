import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { CohortScreen } from '../coordinator/CohortScreen.js';
import { Dialog } from '../frame/Dialog.js';
import { CohortSessionsDocument, type SessionFragment } from '../generated/graphql.js';
import { readOutline } from '../learning/reading.js';
import { SessionDayOff } from '../days-off/DayOffSign.js';
import { useHasRole } from '../session/Session.js';
import { Loaded } from '../states/Loaded.js';
import { Empty, TableBones } from '../states/states.js';
import { plural } from '../time/words.js';
import { SessionForm } from './SessionForm.js';
import { dayParts, timesInWords } from './times.js';
import { UploadList } from './UploadList.js';
import './sessions.css';

/** A cohort's sessions: what comes, then what was. */
export function CohortSessions() {
  const { cohort: id } = useParams({ from: '/cohorts/$cohort/sessions' });
  const [result, again] = useQuery({ query: CohortSessionsDocument, variables: { id } });
  const [open, setOpen] = useState<'plan' | 'list' | null>(null);
  const plans = useHasRole('COORDINATOR', 'ADMINISTRATOR');
  const found = result.data?.cohort ?? null;
  const reload = () => again({ requestPolicy: 'network-only' });
  const close = () => setOpen(null);
  const add = plans ? <Button onClick={() => setOpen('plan')}>Plan a session</Button> : null;
  return (
    <CohortScreen id={id} title="Sessions" actions={add}>
      {(named) => (
        <>
          <Loaded result={result} value={found} retry={reload} what="cohort" need="coordinators" skeleton={<TableBones />}>
            {({ liveSessions, summary }) => {
              const all = liveSessions.edges.map(({ node }) => node);
              if (all.length === 0) return <Empty title="No session is planned yet" action={add}>Live sessions, online or at a place, with who was there. Learners see them on their home and in their calendars.</Empty>;
              const now = Date.now();
              const coming = all.filter(({ endsAt }) => Date.parse(endsAt) > now);
              const past = all.filter((session) => !coming.includes(session)).toReversed();
              return (
                <div className="stack wide">
                  <section aria-labelledby="coming" className="stack"><h2 id="coming">To come</h2>{coming.length === 0 ? <p className="quiet">Nothing more is planned.</p> : <List sessions={coming} learners={summary.learners} />}</section>
                  {past.length > 0 && <section aria-labelledby="past" className="stack"><h2 id="past">Over</h2><List sessions={past} learners={summary.learners} /></section>}
                  <p><Button variant="default" onClick={() => setOpen('list')}>Take attendance of many sessions from a table</Button></p>
                </div>
              );
            }}
          </Loaded>
          <Dialog opened={open === 'plan'} close={close} title="Plan a session">
            {open === 'plan' && <SessionForm cohort={id} timeZone={named.timeZone} outline={readOutline(found?.courseVersion.outline)} one={null} close={close} onSaved={() => { close(); reload(); }} />}
          </Dialog>
          <Dialog opened={open === 'list'} close={close} title="Attendance from a table">
            {open === 'list' && <UploadList cohort={id} session={null} close={close} onDone={() => { close(); reload(); }} />}
          </Dialog>
        </>
      )}
    </CohortScreen>
  );
}

function List({ sessions, learners }: { sessions: readonly SessionFragment[]; learners: number }) {
  return (
    <ul className="lines sessions">
      {sessions.map((session) => {
        const { weekday, day, month } = dayParts(session.timeZone, session.startsAt);
        const { present, late, absent, excused } = session.attended;
        return (
          <li key={session.id}>
            <time className="date" dateTime={session.startsAt}><span className="small quiet">{weekday}</span><strong>{day}</strong><span className="small quiet">{month}</span></time>
            <div className="stack tight">
              <h3><Link to="/sessions/$session" params={{ session: session.id }} className={session.cancelled ? 'cancelled' : ''}>{session.title}</Link></h3>
              <p className="small">{!session.cancelled && Date.parse(session.startsAt) <= Date.now() && Date.parse(session.endsAt) > Date.now() && <><span className="sign good" data-sign="●">Now</span>, </>}{session.cancelled ? <span className="sign bad" data-sign="✕">Cancelled{session.cancelReason === null ? '' : `: ${session.cancelReason}`}</span> : timesInWords(session)} <SessionDayOff session={session} /></p>
              <p className="small quiet">{[session.place, session.link === null ? null : 'Online', session.facilitators.map(({ name }) => name).join(', '), session.counts ? null : 'Does not count'].filter((part) => part !== null && part !== '').join(' · ')}</p>
            </div>
            {!session.cancelled && present + late + absent + excused > 0 && <p className="counts small">{present + late} of {learners} there{excused > 0 && <span className="below quiet">{plural(excused, 'excused', 'excused')}</span>}</p>}
          </li>
        );
      })}
    </ul>
  );
}
