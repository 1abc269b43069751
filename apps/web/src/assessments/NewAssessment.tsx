import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useMutation, useQuery } from 'urql';
import { Dialog } from '../frame/Dialog.js';
import { CoursesDocument, CreateAssessmentPlanDocument, UnitsOfVersionDocument } from '../generated/graphql.js';
import { fieldFaults } from '../states/faults.js';
import { useFocusOnFault } from '../states/useFocusOnFault.js';
import { purposes } from './words.js';

export function NewAssessment({ first = false }: { first?: boolean }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant={first ? 'filled' : 'default'} onClick={() => setOpen(true)}>Plan an assessment</Button>
      <Dialog opened={open} close={() => setOpen(false)} title="Plan an assessment"><Form close={() => setOpen(false)} /></Dialog>
    </>
  );
}

function Form({ close }: { close: () => void }) {
  const [{ data, fetching }] = useQuery({ query: CoursesDocument, variables: { first: 50, after: null } });
  const courses = data?.courses.edges.flatMap(({ node }) => (node.latestVersion === null ? [] : [{ ...node, version: node.latestVersion.id }])) ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const course = courses.find(({ id }) => id === chosen) ?? courses[0];
  const [{ data: found }] = useQuery({ query: UnitsOfVersionDocument, variables: { id: course?.version ?? '' }, pause: course === undefined });
  const units = found?.courseVersion?.units ?? [];
  const [unit, setUnit] = useState<string | null>(null);
  const taken = units.find(({ id }) => id === (unit ?? units[0]?.id))?.assessment ?? null;
  const [state, create] = useMutation(CreateAssessmentPlanDocument);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const form = useFocusOnFault(faults);
  const navigate = useNavigate();
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const field = (name: string) => String(fields.get(name) ?? '');
    const { data: made, error } = await create({ input: { course: field('course'), unit: field('unit'), title: field('title'), purpose: field('purpose') } });
    if (error !== undefined) return setFaults(fieldFaults(error));
    close();
    if (made !== undefined) void navigate({ to: '/assessments/$assessment', params: { assessment: made.createAssessmentPlan.id }, search: { step: 'blueprint' } });
  }
  const none = !fetching && courses.length === 0;
  return (
    <form ref={form} className="stack" onSubmit={(event) => void submit(event)}>
      {faults[''] !== undefined && <p role="alert" className="bad">{faults['']}</p>}
      <TextInput name="title" label="Title" placeholder="Final assessment" required withAsterisk={false} maxLength={120} error={faults['title']} data-autofocus />
      <NativeSelect name="course" label="Course" value={course?.id ?? ''} data={courses.map(({ id, title }) => ({ value: id, label: title }))} required withAsterisk={false} error={faults['course']} disabled={courses.length === 0}
        description={none ? 'No course is published yet.' : undefined} onChange={(event) => { setChosen(event.currentTarget.value); setUnit(null); }} />
      <NativeSelect name="unit" label="After which unit" value={unit ?? units[0]?.id ?? ''} data={units.map(({ id, title }) => ({ value: id, label: title }))} required withAsterisk={false} error={faults['unit']} disabled={units.length === 0}
        description={taken === null ? undefined : `The unit has “${taken.title}” now. Publishing puts yours in its place.`} inputWrapperOrder={['label', 'input', 'description', 'error']} onChange={(event) => setUnit(event.currentTarget.value)} />
      <NativeSelect name="purpose" label="What it is for" defaultValue="final" data={purposes} error={faults['purpose']} />
      <div className="row"><Button type="submit" loading={state.fetching} disabled={units.length === 0}>Plan it</Button><Button variant="subtle" onClick={close}>Cancel</Button></div>
    </form>
  );
}
