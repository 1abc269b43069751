import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { SessionDayOff } from '../days-off/DayOffSign.js';
import { MySessionsDocument } from '../generated/graphql.js';
import { CalendarAddress } from './CalendarAddress.js';
import { dayParts, timesInWords } from './times.js';
import './sessions.css';

const soonMs = 15 * 60_000;

/** On a learner's home: the next session with its link, those after it, and the calendar to follow. */
export function MySessions() {
  const [{ data }, again] = useQuery({ query: MySessionsDocument, requestPolicy: 'cache-and-network' });
  const viewer = data?.viewer ?? null;
  if (viewer === null) return null;
  const now = Date.now();
  const all = viewer.enrolments.edges.flatMap(({ node: { cohort, liveSessions } }) => liveSessions.edges.map(({ node }) => ({ cohort: cohort?.name ?? '', ...node })));
  const coming = [...new Map(all.filter(({ session }) => Date.parse(session.endsAt) > now).map((one) => [one.session.id, one])).values()].sort((a, b) => a.session.startsAt.localeCompare(b.session.startsAt));
  const next = coming.find(({ session }) => !session.cancelled);
  const others = coming.filter((one) => one !== next).slice(0, 5);
  if (all.length === 0) return null;
  return (
    <section aria-labelledby="sessions" className="stack wide">
      <div className="stack">
        <h2 id="sessions">Live sessions</h2>
        {next === undefined ? <p className="quiet">No session is planned at the moment.</p> : (
          <div className="next-session stack tight">
            <h3>{next.session.title}</h3>
            <p><Day session={next.session} />, {timesInWords(next.session)} <SessionDayOff session={next.session} /></p>
            <p className="quiet small">{[next.cohort, next.session.place, next.session.ledBy.length === 0 ? null : `with ${next.session.ledBy.join(', ')}`].filter((part) => part !== null && part !== '').join(' · ')}</p>
            <div className="row">
              {next.session.link !== null && <Button component="a" href={next.session.link} rel="noreferrer" variant={Date.parse(next.session.startsAt) - now < soonMs ? 'filled' : 'default'}>Join online</Button>}
              {Date.parse(next.session.startsAt) - now < soonMs && (next.mark === null ? <Link to="/attend">Enter the code on the screen</Link> : <span className="sign good" data-sign="✓">You are marked as there</span>)}
            </div>
          </div>
        )}
        {others.length > 0 && <ul className="lines sessions">{others.map(({ session, cohort }) => {
          const { weekday, day, month } = dayParts(session.timeZone, session.startsAt);
          return <li key={session.id}><time className="date" dateTime={session.startsAt}><span className="small quiet">{weekday}</span><strong>{day}</strong><span className="small quiet">{month}</span></time><div><h3 className={session.cancelled ? 'cancelled' : undefined}>{session.title}</h3><p className="small">{session.cancelled ? <span className="sign bad" data-sign="✕">Cancelled{session.cancelReason === null ? '' : `: ${session.cancelReason}`}</span> : timesInWords(session)} <SessionDayOff session={session} /></p><p className="small quiet">{cohort}</p></div></li>;
        })}</ul>}
      </div>
      <CalendarAddress path={viewer.calendarPath} onChanged={() => again({ requestPolicy: 'network-only' })} />
    </section>
  );
}

function Day({ session }: { session: { timeZone: string; startsAt: string } }) {
  const { weekday, day, month } = dayParts(session.timeZone, session.startsAt);
  return <time dateTime={session.startsAt}>{weekday} {day} {month}</time>;
}
