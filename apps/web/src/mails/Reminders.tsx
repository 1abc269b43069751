import { Checkbox, NumberInput } from '@mantine/core';
import '@mantine/core/styles/NumberInput.css';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { announce } from '../frame/announce.js';
import { CohortRemindersDocument, type CohortRemindersQuery, SetReminderDocument } from '../generated/graphql.js';
import { faultOf } from '../states/faults.js';
import { Loaded } from '../states/Loaded.js';

type Reminder = NonNullable<CohortRemindersQuery['cohort']>['reminders'][number];
const words: Record<Reminder['kind'], { of: string; days: string; says: string }> = {
  STARTS: { of: 'Before the start', days: 'Days before', says: 'To everybody in the cohort, once.' },
  BEHIND: { of: 'Behind the plan', days: 'Days apart', says: 'To whoever is behind an even pace, late, or silent for a week; not to whoever failed.' },
  SESSION: { of: 'Before a session', days: 'Days before', says: 'To everybody in the cohort, once for each session; again if it is moved.' },
  DEADLINE: { of: 'Before the due day', days: 'Days before', says: 'To whoever is not done, once for each due day.' },
};

/** Of what a cohort's learners are reminded by mail, each on or off. */
export function Reminders({ cohort: id }: { cohort: string }) {
  const [result, again] = useQuery({ query: CohortRemindersDocument, variables: { id } });
  const refresh = () => again({ requestPolicy: 'network-only' });
  return (
    <section aria-labelledby="reminders" className="stack">
      <h2 id="reminders">Reminders</h2>
      <p className="quiet">They go out by the learner's clock, outside quiet hours. Each mail says how to unsubscribe.</p>
      <Loaded result={result} value={result.data?.cohort} retry={refresh} what="cohort" need="coordinators">
        {({ reminders }) => <ul className="reminders">{reminders.map((reminder) => <Line key={reminder.kind} cohort={id} reminder={reminder} saved={refresh} />)}</ul>}
      </Loaded>
    </section>
  );
}

function Line({ cohort, reminder: { kind, enabled, days }, saved }: { cohort: string; reminder: Reminder; saved: () => void }) {
  const [{ fetching }, set] = useMutation(SetReminderDocument);
  const [typed, setTyped] = useState<number | string>(days);
  const [fault, setFault] = useState<string | null>(null);
  const { of, days: daysLabel, says } = words[kind];
  async function put(on: boolean, wanted: number | string): Promise<void> {
    setFault(null);
    if (typeof wanted !== 'number') return setFault('Give a whole number of days, from 1 to 60.');
    const { error } = await set({ cohort, kind, enabled: on, days: wanted });
    if (error !== undefined) return setFault(faultOf(error).message);
    announce(on ? `${of}: on, ${wanted} ${wanted === 1 ? 'day' : 'days'}.` : `${of}: off.`);
    saved();
  }
  return (
    <li>
      <Checkbox label={of} description={says} checked={enabled} disabled={fetching} onChange={({ currentTarget: { checked } }) => void put(checked, typed)} />
      <NumberInput label={<>{daysLabel}<span className="unseen">: {of.toLowerCase()}</span></>} value={typed} min={1} max={60} allowDecimal={false} onChange={setTyped} onBlur={() => { if (enabled && typed !== days) void put(true, typed); }} error={fault} />
    </li>
  );
}
