import { Button, PasswordInput, TextInput } from '@mantine/core';
import '@mantine/core/styles/PasswordInput.css';
import '@mantine/core/styles/ActionIcon.css';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { InviteAccountDocument, InviteDocument } from '../generated/graphql.js';
import { fieldFaults } from '../states/faults.js';
import { useFocusOnFault } from '../states/useFocusOnFault.js';
import { chosenRoles, RoleChoices } from './RoleChoices.js';

export function InviteForm({ onInvited }: { onInvited: (name: string) => void }) {
  const [state, give] = useMutation(InviteAccountDocument);
  const [inviting, invite] = useMutation(InviteDocument);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const form = useFocusOnFault(faults);
  const [done, setDone] = useState('');
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const element = event.currentTarget;
    const fields = new FormData(element);
    const chosen = chosenRoles(fields);
    if (chosen.length === 0) return setFaults({ roles: 'Choose at least one role.' });
    const password = String(fields.get('password') ?? '');
    const input = { name: String(fields.get('name')), email: String(fields.get('email')), roles: chosen };
    const { error } = password === '' ? await invite({ input }) : await give({ input: { ...input, password } });
    if (error !== undefined) { setDone(''); return setFaults(fieldFaults(error)); }
    setFaults({});
    setDone(password === '' ? `A mail is on its way to ${input.email}. Its link works for 14 days.` : `${input.name} has an account now.`);
    onInvited(input.name);
    element.reset();
  }
  return (
    <form ref={form} className="stack" onSubmit={(event) => void submit(event)}>
      {faults[''] !== undefined && <p role="alert" className="bad">{faults['']}</p>}
      <TextInput name="name" label="Name" required withAsterisk={false} maxLength={120} error={faults['name']} />
      <TextInput name="email" type="email" label="E-mail address" required withAsterisk={false} error={faults['email']} />
      <PasswordInput name="password" label="First password" description="Leave it empty to invite by mail: the person chooses one. Otherwise at least 12 characters, to be handed over by yourself." autoComplete="new-password" minLength={12} maxLength={200}
        error={faults['password']} visibilityToggleButtonProps={{ 'aria-label': 'Show the password' }} />
      <RoleChoices fault={faults['roles']} />
      <div className="row"><Button type="submit" loading={state.fetching || inviting.fetching}>Invite</Button></div>
      <p role="status" className={done === '' ? 'unseen' : 'sign good'} data-sign="✓">{done}</p>
    </form>
  );
}
