import { Button, Checkbox, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/NumberInput.css';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { Facilitators } from '../coordinator/settings/Facilitators.js';
import { timeZones } from '../coordinator/timeZones.js';
import { announce } from '../frame/announce.js';
import { DayOffSign } from '../days-off/DayOffSign.js';
import { ChangeSessionDocument, PlanSessionsDocument, type SessionFragment } from '../generated/graphql.js';
import type { readOutline } from '../learning/reading.js';
import { fieldFaults } from '../states/faults.js';
import { useFocusOnFault } from '../states/useFocusOnFault.js';
import { momentsOf, timesOf } from './times.js';

interface Props { cohort: string; timeZone: string; outline: ReturnType<typeof readOutline>; one: SessionFragment | null; close: () => void; onSaved: () => void }

/** A session that is planned or changed. Times are those of the wall in its zone. */
export function SessionForm({ cohort, timeZone, outline, one, close, onSaved }: Props) {
  const [planning, plan] = useMutation(PlanSessionsDocument);
  const [changing, change] = useMutation(ChangeSessionDocument);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [leaders, setLeaders] = useState(one?.facilitators.map(({ id, name }) => ({ id, name })) ?? []);
  const [times, setTimes] = useState<number | string>(1);
  const [everyDays, setEveryDays] = useState<number | string>(7);
  const form = useFocusOnFault(faults);
  const known = one === null ? { day: '', from: '18:00', to: '19:30', timeZone } : timesOf(one);
  const [day, setDay] = useState(known.day);
  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const field = (name: string) => String(fields.get(name) ?? '').trim();
    const zone = field('timeZone');
    const input = {
      title: field('title'), description: field('description'), ...momentsOf({ day: field('day'), from: field('from'), to: field('to'), timeZone: zone }), timeZone: zone,
      link: field('link') || null, place: field('place') || null, unit: field('unit') || null, facilitators: leaders.map(({ id }) => id), counts: fields.get('counts') !== null,
    };
    const { error } = one === null ? await plan({ cohort, input, repeat: { times: Number(times), everyDays: Number(everyDays) } }) : await change({ id: one.id, revision: one.revision, input });
    if (error !== undefined) return setFaults(fieldFaults(error));
    announce(one === null ? 'It is planned.' : 'It is changed.');
    onSaved();
  }
  return (
    <form ref={form} className="stack" onSubmit={(event) => void submit(event)}>
      {(faults[''] ?? faults['revision']) !== undefined && <p role="alert" className="bad">{faults[''] ?? faults['revision']}</p>}
      <TextInput name="title" label="Title" required withAsterisk={false} maxLength={200} defaultValue={one?.title} error={faults['title']} data-autofocus />
      <TextInput name="day" type="date" label="Day" required withAsterisk={false} value={day} description={<DayOffSign day={day} />} onChange={(event) => setDay(event.currentTarget.value)} error={faults['startsAt']} />
      <div className="row ends">
        <TextInput className="grow" name="from" type="time" label="From" required withAsterisk={false} defaultValue={known.from} />
        <TextInput className="grow" name="to" type="time" label="To" required withAsterisk={false} defaultValue={known.to} error={faults['endsAt']} />
      </div>
      <NativeSelect name="timeZone" label="Time zone" defaultValue={known.timeZone} data={timeZones(known.timeZone)} error={faults['timeZone']} />
      {one === null && (
        <div className="row ends">
          <NumberInput className="grow" label="How many in all" min={1} max={52} value={times} onChange={setTimes} error={faults['times']} />
          <NumberInput className="grow" label="Days between" min={1} max={365} value={everyDays} onChange={setEveryDays} disabled={Number(times) < 2} error={faults['everyDays']} />
        </div>
      )}
      <TextInput name="link" type="url" label="Link to join online" placeholder="https://" defaultValue={one?.link ?? ''} error={faults['link']} />
      <TextInput name="place" label="Place" defaultValue={one?.place ?? ''} maxLength={300} error={faults['place']} />
      {outline !== null && <NativeSelect name="unit" label="Belongs to the unit" defaultValue={one?.unitId ?? ''} error={faults['unit']} data={[{ value: '', label: 'No unit' }, ...outline.units.map(({ id, title }) => ({ value: id, label: title }))]} />}
      <Textarea name="description" label="What it is about" autosize minRows={2} maxRows={8} maxLength={5000} defaultValue={one?.description} error={faults['description']} />
      <Facilitators people={leaders} onChange={setLeaders} error={faults['facilitators']} note={undefined} locked={false} />
      <Checkbox name="counts" label="Counts toward completion" defaultChecked={one?.counts ?? true} />
      <div className="row"><Button type="submit" loading={planning.fetching || changing.fetching}>{one !== null ? 'Save the session' : Number(times) > 1 ? `Plan ${times} sessions` : 'Plan the session'}</Button><Button variant="subtle" onClick={close}>Cancel</Button></div>
    </form>
  );
}
