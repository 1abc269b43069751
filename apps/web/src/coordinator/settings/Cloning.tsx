import { Button, TextInput } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { Dialog } from '../../frame/Dialog.js';
import { CloneCohortDocument, type SettingsFragment } from '../../generated/graphql.js';
import { fieldFaults } from '../../states/faults.js';
import { useFocusOnFault } from '../../states/useFocusOnFault.js';
import { ClonePreview } from './ClonePreview.js';

/** Makes the next cohort like this one, every day moved as far as the first. */
export function Cloning({ cohort }: { cohort: SettingsFragment }) {
  const [open, setOpen] = useState(false);
  const [startsOn, setStartsOn] = useState('');
  const [state, clone] = useMutation(CloneCohortDocument);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const form = useFocusOnFault(faults);
  const navigate = useNavigate();
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { data, error } = await clone({ cohort: cohort.id, input: { name: String(new FormData(event.currentTarget).get('name')), startsOn: startsOn === '' ? null : startsOn } });
    if (error !== undefined) return setFaults(fieldFaults(error));
    setOpen(false);
    if (data !== undefined) void navigate({ to: '/cohorts/$cohort/settings', params: { cohort: data.cloneCohort.id } });
  }
  return (
    <section aria-labelledby="cloning" className="stack tight measure">
      <h2 id="cloning">The next cohort</h2>
      <p className="quiet">Make one like this: settings, sessions, days, what completing it asks for, forms and weights, all moved as far as the first day. Nobody is in it yet. <Link to="/days-off">Your days off</Link> are said before it is made.</p>
      <div className="row"><Button variant="default" onClick={() => setOpen(true)}>Make a cohort like this</Button></div>
      <Dialog opened={open} close={() => setOpen(false)} title={`A cohort like ${cohort.name}`}>
        <form ref={form} className="stack" onSubmit={(event) => void submit(event)}>
          {faults[''] !== undefined && <p role="alert" className="bad">{faults['']}</p>}
          <TextInput name="name" label="Name" required withAsterisk={false} maxLength={120} error={faults['name']} data-autofocus />
          <TextInput name="startsOn" type="date" label="First day" value={startsOn} error={faults['startsOn']} onChange={(event) => setStartsOn(event.currentTarget.value)} />
          <ClonePreview cohort={cohort} startsOn={startsOn} />
          <div className="row"><Button type="submit" loading={state.fetching}>Make the cohort</Button><Button variant="subtle" onClick={() => setOpen(false)}>Cancel</Button></div>
        </form>
      </Dialog>
    </section>
  );
}
