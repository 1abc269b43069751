import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useMutation, useQuery } from 'urql';
import { Dialog } from '../frame/Dialog.js';
import { CoursesDocument, CreateCohortDocument } from '../generated/graphql.js';
import { fieldFaults } from '../states/faults.js';
import { useFocusOnFault } from '../states/useFocusOnFault.js';
import { timeZones } from './timeZones.js';

export function CreateCohort({ first = false }: { first?: boolean }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant={first ? 'filled' : 'default'} onClick={() => setOpen(true)}>Create a cohort</Button>
      <Dialog opened={open} close={() => setOpen(false)} title="Create a cohort"><Form close={() => setOpen(false)} /></Dialog>
    </>
  );
}

function Form({ close }: { close: () => void }) {
  const [{ data, fetching }] = useQuery({ query: CoursesDocument, variables: { first: 50, after: null } });
  const [state, create] = useMutation(CreateCohortDocument);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const form = useFocusOnFault(faults);
  const navigate = useNavigate();
  const versions = data?.courses.edges.flatMap(({ node }) => (node.latestVersion === null ? [] : [{ value: node.latestVersion.id, label: `${node.title} (version ${node.latestVersion.number})` }])) ?? [];
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const field = (name: string) => String(fields.get(name) ?? '');
    const day = (name: string) => (field(name) === '' ? null : field(name));
    const { data: made, error } = await create({ input: { name: field('name'), courseVersion: field('courseVersion'), startsOn: day('startsOn'), endsOn: day('endsOn'), timeZone: field('timeZone') } });
    if (error !== undefined) return setFaults(fieldFaults(error));
    close();
    if (made !== undefined) void navigate({ to: '/cohorts/$cohort', params: { cohort: made.createCohort.id } });
  }
  return (
    <form ref={form} className="stack" onSubmit={(event) => void submit(event)}>
      {faults[''] !== undefined && <p role="alert" className="bad">{faults['']}</p>}
      <TextInput name="name" label="Name" placeholder="Spring cohort, evening group" required withAsterisk={false} maxLength={120} error={faults['name']} data-autofocus />
      <NativeSelect name="courseVersion" label="Course" data={versions} required withAsterisk={false} error={faults['courseVersion']} disabled={versions.length === 0}
        description={!fetching && versions.length === 0 ? 'No course is published yet.' : undefined} />
      <div className="row ends">
        <TextInput className="grow" name="startsOn" type="date" label="First day" error={faults['startsOn']} />
        <TextInput className="grow" name="endsOn" type="date" label="Last day (due)" error={faults['endsOn']} />
      </div>
      <NativeSelect name="timeZone" label="Time zone" defaultValue={Intl.DateTimeFormat().resolvedOptions().timeZone} data={timeZones()} error={faults['timeZone']} />
      <div className="row"><Button type="submit" loading={state.fetching} disabled={versions.length === 0}>Create the cohort</Button><Button variant="subtle" onClick={close}>Cancel</Button></div>
    </form>
  );
}
