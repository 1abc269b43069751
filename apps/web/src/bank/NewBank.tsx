import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useMutation, useQuery } from 'urql';
import { Dialog } from '../frame/Dialog.js';
import { CoursesDocument, CreateBankDocument } from '../generated/graphql.js';
import { fieldFaults } from '../states/faults.js';
import { useFocusOnFault } from '../states/useFocusOnFault.js';

export function NewBank() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>Make a bank</Button>
      <Dialog opened={open} close={() => setOpen(false)} title="Make a bank">{open && <Form close={() => setOpen(false)} />}</Dialog>
    </>
  );
}

function Form({ close }: { close: () => void }) {
  const [{ data }] = useQuery({ query: CoursesDocument, variables: { first: 100, after: null } });
  const [state, create] = useMutation(CreateBankDocument);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const form = useFocusOnFault(faults);
  const navigate = useNavigate();
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const course = String(fields.get('course') ?? '');
    const { data: made, error } = await create({ input: { title: String(fields.get('title') ?? ''), ...(course === '' ? {} : { course }) } });
    if (error !== undefined) return setFaults(fieldFaults(error));
    close();
    if (made !== undefined) void navigate({ to: '/bank/$bank', params: { bank: made.createItemBank.id } });
  }
  return (
    <form ref={form} className="stack" onSubmit={(event) => void submit(event)}>
      {faults[''] !== undefined && <p role="alert" className="bad">{faults['']}</p>}
      <TextInput name="title" label="Title" placeholder="Dosing and monitoring" required withAsterisk={false} maxLength={120} error={faults['title']} data-autofocus />
      <CourseSelect courses={data?.courses.edges.map(({ node }) => node) ?? []} fault={faults['course']} />
      <div className="row"><Button type="submit" loading={state.fetching}>Make the bank</Button><Button variant="subtle" onClick={close}>Cancel</Button></div>
    </form>
  );
}

/** Which course's statements the questions of a bank ask. */
export function CourseSelect({ courses, value, fault }: { courses: readonly { id: string; title: string }[]; value?: string; fault: string | undefined }) {
  return (
    <NativeSelect key={courses.length} name="course" label="Course" description="Its statements are what the questions ask." error={fault} {...(value === undefined ? {} : { defaultValue: value })}
      data={[{ value: '', label: 'None' }, ...courses.map(({ id, title }) => ({ value: id, label: title }))]} />
  );
}
