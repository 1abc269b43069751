import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useFocusOnFault } from '../states/useFocusOnFault.js';

interface Props { /** answers why not, by field; null when it is done */ place: (person: { email: string; name: string }) => Promise<Record<string, string> | null>; busy: boolean }

/** Gives somebody new a learner's account, and with it a place in the cohort. */
export function EnrolNew({ place, busy }: Props) {
  const [faults, setFaults] = useState<Record<string, string>>({});
  const form = useFocusOnFault(faults);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const element = event.currentTarget;
    const fields = new FormData(element);
    const refused = await place({ email: String(fields.get('email')), name: String(fields.get('name')) });
    setFaults(refused ?? {});
    if (refused !== null) return;
    element.reset();
    element.querySelector('input')?.focus();
  }
  return (
    <form ref={form} className="stack" onSubmit={(event) => void submit(event)}>
      {faults[''] !== undefined && <p role="alert" className="bad">{faults['']}</p>}
      <TextInput name="email" type="email" label="Or somebody new: e-mail address" required withAsterisk={false} error={faults['email']} />
      <TextInput name="name" label="Name" required withAsterisk={false} maxLength={120} error={faults['name']} description="As it should stand on the certificate." />
      <div className="row"><Button type="submit" variant="default" loading={busy}>Give an account and enrol</Button></div>
    </form>
  );
}
