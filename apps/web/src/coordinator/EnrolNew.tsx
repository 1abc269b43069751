import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { InviteAccountDocument } from '../generated/graphql.js';
import { fieldFaults } from '../states/faults.js';
import { useFocusOnFault } from '../states/useFocusOnFault.js';

/** Gives somebody new a learner's account, and with it a place in the cohort. */
export function EnrolNew({ place }: { place: (account: string) => Promise<Record<string, string> | null> }) {
  const [state, invite] = useMutation(InviteAccountDocument);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const form = useFocusOnFault(faults);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const element = event.currentTarget;
    const fields = new FormData(element);
    const { data, error } = await invite({ input: { email: String(fields.get('email')), name: String(fields.get('name')), roles: ['LEARNER'] } });
    if (error !== undefined) return setFaults(fieldFaults(error));
    const refused = data === undefined ? null : await place(data.inviteAccount.id);
    setFaults(refused ?? {});
    if (refused !== null) return undefined;
    element.reset();
    return element.querySelector('input')?.focus();
  }
  return (
    <form ref={form} className="stack" onSubmit={(event) => void submit(event)}>
      {faults[''] !== undefined && <p role="alert" className="bad">{faults['']}</p>}
      <TextInput name="email" type="email" label="Or somebody new: e-mail address" required withAsterisk={false} error={faults['email']} />
      <TextInput name="name" label="Name" required withAsterisk={false} maxLength={120} error={faults['name']} description="As it should stand on the certificate." />
      <div className="row"><Button type="submit" variant="default" loading={state.fetching}>Give an account and enrol</Button></div>
    </form>
  );
}
