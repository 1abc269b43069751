import { Button, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useMutation, useQuery } from 'urql';
import { OrganisationBar } from '../administrator/OrganisationBar.js';
import { announce } from '../frame/announce.js';
import { Page } from '../frame/Page.js';
import { AddDaysOffDocument, DaysOffDocument, type DaysOffQuery, RemoveDayOffDocument } from '../generated/graphql.js';
import { useHasRole } from '../session/Session.js';
import { faultOf } from '../states/faults.js';
import { Loaded } from '../states/Loaded.js';
import { Empty } from '../states/states.js';
import { fullDay, plural } from '../time/words.js';
import { daysOf } from './lines.js';
import '../coordinator/coordinator.css';

/** When does the organisation not work? What is planned on such a day is marked everywhere. */
export function DaysOffPage() {
  const changes = useHasRole('COORDINATOR', 'ADMINISTRATOR');
  const administers = useHasRole('ADMINISTRATOR');
  const [result, again] = useQuery({ query: DaysOffDocument, requestPolicy: 'cache-and-network' });
  const retry = () => again({ requestPolicy: 'network-only' });
  return (
    <Page title="Days off" lead="Holidays and other days on which your organisation does not work. Sessions and due days on one are marked wherever they are planned; nothing is moved by itself.">
      {administers && <OrganisationBar />}
      <div className="stack wide">
        {changes && <AddDays onAdded={retry} />}
        <Loaded result={result} value={result.data?.daysOff} retry={retry} what="list">
          {(days) => days.length === 0 ? <Empty title="No day off is listed">Paste the holidays of the coming years above; they are then shown when you plan sessions or make the next cohort.</Empty> : <Years days={days} changes={changes} onRemoved={retry} />}
        </Loaded>
      </div>
    </Page>
  );
}

function AddDays({ onAdded }: { onAdded: () => void }) {
  const [text, setText] = useState('');
  const [says, setSays] = useState<string | null>(null);
  const [state, add] = useMutation(AddDaysOffDocument);
  const [done, setDone] = useState('');
  async function submit(event: FormEvent) {
    event.preventDefault();
    setDone('');
    const { days, wrong } = daysOf(text);
    const [first] = wrong;
    if (first !== undefined) return setSays(`Line ${first.line} ${first.says}.${wrong.length > 1 ? ` So are ${wrong.length - 1} more.` : ''} Nothing was added.`);
    if (days.length === 0) return setSays('Write at least one day.');
    const { error } = await add({ days });
    setSays(error === undefined ? null : faultOf(error).message);
    if (error !== undefined) return;
    setText('');
    setDone(`${plural(days.length, 'day is', 'days are')} on the list.`);
    onAdded();
  }
  return (
    <form className="stack measure" onSubmit={(event) => void submit(event)}>
      <Textarea label="Add days off" description="One a line: the day, then what it is. A day that is listed already gets the new name." placeholder={'2026-12-25 Christmas Day\n2027-01-01 New Year’s Day'} rows={4} value={text} error={says} onChange={(event) => { setText(event.currentTarget.value); setDone(''); }} />
      <div className="row"><Button type="submit" loading={state.fetching}>Add the days</Button></div>
      <p role="status" className={done === '' ? 'unseen' : 'sign good'} data-sign="✓">{done}</p>
    </form>
  );
}

function Years({ days, changes, onRemoved }: { days: DaysOffQuery['daysOff']; changes: boolean; onRemoved: () => void }) {
  const [state, remove] = useMutation(RemoveDayOffDocument);
  const years = [...new Set(days.map(({ day }) => day.slice(0, 4)))];
  async function take(day: string, name: string) {
    const { error } = await remove({ day });
    if (error !== undefined) return;
    announce(`${name} is off the list.`);
    onRemoved();
  }
  return (
    <>
      {state.error !== undefined && <p role="alert" className="bad">{faultOf(state.error).message}</p>}
      {years.map((year) => (
        <section key={year} aria-labelledby={`year-${year}`} className="stack tight measure">
          <h2 id={`year-${year}`}>{year}</h2>
          <ul className="lines found">
            {days.filter(({ day }) => day.startsWith(year)).map(({ day, name }) => (
              <li key={day}><span>{name}<span className="small quiet below"><time dateTime={day}>{fullDay(day)}</time></span></span>{changes && <Button size="xs" variant="subtle" aria-label={`Take off ${name}, ${fullDay(day)}`} onClick={() => void take(day, name)}>Take off</Button>}</li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
