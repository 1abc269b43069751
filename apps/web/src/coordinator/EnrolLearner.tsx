import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { Dialog } from '../frame/Dialog.js';
import { EnrolDocument } from '../generated/graphql.js';
import { fieldFaults } from '../states/faults.js';
import { useFocusOnFault } from '../states/useFocusOnFault.js';

interface Props { cohort: string; /** after somebody was enrolled */ onEnrolled: () => void; first?: boolean }

/** Enrols one learner after the other, by e-mail address; who has no account yet gets one. */
export function EnrolLearner({ cohort, onEnrolled, first = false }: Props) {
  const [open, setOpen] = useState(false);
  const [state, enrol] = useMutation(EnrolDocument);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const form = useFocusOnFault(faults);
  const [enrolled, setEnrolled] = useState<string | null>(null);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const element = event.currentTarget;
    const fields = new FormData(element);
    const { data, error } = await enrol({ input: { cohort, email: String(fields.get('email')), name: String(fields.get('name')) } });
    if (error !== undefined) { setEnrolled(null); return setFaults(fieldFaults(error)); }
    setFaults({});
    setEnrolled(data?.enrol.account.name ?? 'The learner');
    element.reset();
    element.querySelector('input')?.focus();
    onEnrolled();
  }
  return (
    <>
      <Button variant={first ? 'filled' : 'default'} onClick={() => { setOpen(true); setEnrolled(null); }}>Enrol a learner</Button>
      <Dialog opened={open} close={() => setOpen(false)} title="Enrol a learner">
        <form ref={form} className="stack" onSubmit={(event) => void submit(event)}>
          <p role="status" className={enrolled === null ? 'unseen' : 'sign good'} data-sign="✓">{enrolled === null ? '' : `${enrolled} is enrolled. Enrol the next, or close.`}</p>
          {faults[''] !== undefined && <p role="alert" className="bad">{faults['']}</p>}
          <TextInput name="email" type="email" label="E-mail address" required withAsterisk={false} error={faults['email']} data-autofocus />
          <TextInput name="name" label="Name" required withAsterisk={false} maxLength={200} error={faults['name']} description="As it should stand on the certificate." />
          <div className="row"><Button type="submit" loading={state.fetching}>Enrol</Button><Button variant="subtle" onClick={() => setOpen(false)}>Close</Button></div>
        </form>
      </Dialog>
    </>
  );
}
