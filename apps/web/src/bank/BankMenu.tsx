import { Button, Menu, TextInput } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useMutation, useQuery } from 'urql';
import { Dialog } from '../frame/Dialog.js';
import { ChangeBankDocument, CoursesDocument } from '../generated/graphql.js';
import { fieldFaults } from '../states/faults.js';
import type { Bank } from './folderTree.js';
import { BringCourse } from './BringCourse.js';
import { CourseSelect } from './NewBank.js';
import { RecentChanges } from './RecentChanges.js';

/** What can be done with a bank as a whole. */
export function BankMenu({ bank, onChanged }: { bank: Bank; onChanged: () => void }) {
  const navigate = useNavigate();
  const search = useSearch({ from: '/bank/$bank' });
  const [changing, setChanging] = useState(false);
  const [looking, setLooking] = useState(false);
  const [bringing, setBringing] = useState(false);
  return (
    <>
      <Menu position="bottom-end" width={260} shadow="md" withinPortal={false} withInitialFocusPlaceholder={false}>
        <Menu.Target><Button variant="default">This bank <span aria-hidden="true" className="caret">▾</span></Button></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setChanging(true)}>Title and course</Menu.Item>
          <Menu.Item renderRoot={(props: object) => <Link {...props} to="/bank/$bank/import" params={{ bank: bank.id }} />}>Import questions from a file</Menu.Item>
          <Menu.Item renderRoot={(props: object) => <Link {...props} to="/bank/$bank/export" params={{ bank: bank.id }} search={search} />}>Export these questions</Menu.Item>
          <Menu.Item onClick={() => setBringing(true)}>Bring in a course’s questions</Menu.Item>
          {bank.course !== null && <Menu.Item onClick={() => void navigate({ to: '/bank/coverage', search: { course: bank.course?.id } })}>Coverage of its course</Menu.Item>}
          <Menu.Item onClick={() => void navigate({ to: '/bank/duplicates', search: { bank: bank.id } })}>Questions that are alike</Menu.Item>
          <Menu.Item onClick={() => setLooking(true)}>Changes of many questions</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Dialog opened={changing} close={() => setChanging(false)} title="Title and course">{changing && <Form bank={bank} close={() => setChanging(false)} onChanged={onChanged} />}</Dialog>
      <RecentChanges opened={looking} close={() => setLooking(false)} onUndone={onChanged} />
      <BringCourse bank={bank} opened={bringing} close={() => setBringing(false)} onBrought={onChanged} />
    </>
  );
}

function Form({ bank, close, onChanged }: { bank: Bank; close: () => void; onChanged: () => void }) {
  const [{ data }] = useQuery({ query: CoursesDocument, variables: { first: 100, after: null } });
  const [state, change] = useMutation(ChangeBankDocument);
  const [faults, setFaults] = useState<Record<string, string>>({});
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const course = String(fields.get('course') ?? '');
    const { error } = await change({ id: bank.id, input: { title: String(fields.get('title') ?? ''), course: course === '' ? null : course } });
    if (error !== undefined) return setFaults(fieldFaults(error));
    onChanged();
    return close();
  }
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      {faults[''] !== undefined && <p role="alert" className="bad">{faults['']}</p>}
      <TextInput name="title" label="Title" defaultValue={bank.title} required withAsterisk={false} maxLength={120} error={faults['title']} data-autofocus />
      <CourseSelect courses={data?.courses.edges.map(({ node }) => node) ?? []} value={bank.course?.id ?? ''} fault={faults['course']} />
      <div className="row"><Button type="submit" loading={state.fetching} disabled={data === undefined}>Save</Button><Button variant="subtle" onClick={close}>Cancel</Button></div>
    </form>
  );
}
