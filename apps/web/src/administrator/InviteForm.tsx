import { Button, Checkbox, PasswordInput, TextInput } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/PasswordInput.css';
import '@mantine/core/styles/ActionIcon.css';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { InviteAccountDocument, type Role } from '../generated/graphql.js';
import { roleNames } from '../session/roles.js';
import { fieldFaults } from '../states/faults.js';
import { useFocusOnFault } from '../states/useFocusOnFault.js';

const roles: { role: Role; may: string }[] = [
  { role: 'LEARNER', may: 'takes courses' },
  { role: 'INSTRUCTOR', may: 'publishes courses and sees how items are answered' },
  { role: 'COORDINATOR', may: 'runs cohorts and sees learners’ progress' },
  { role: 'ADMINISTRATOR', may: 'gives accounts, roles and keys' },
];

export function InviteForm({ onInvited }: { onInvited: (name: string) => void }) {
  const [state, invite] = useMutation(InviteAccountDocument);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const form = useFocusOnFault(faults);
  const [done, setDone] = useState('');
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const element = event.currentTarget;
    const fields = new FormData(element);
    const chosen = roles.map((each) => each.role).filter((role) => fields.getAll('role').includes(role));
    if (chosen.length === 0) return setFaults({ roles: 'Choose at least one role.' });
    const password = String(fields.get('password') ?? '');
    const { data, error } = await invite({ input: { name: String(fields.get('name')), email: String(fields.get('email')), roles: chosen, password: password === '' ? null : password } });
    if (error !== undefined) { setDone(''); return setFaults(fieldFaults(error)); }
    setFaults({});
    setDone(`${data?.inviteAccount.name ?? 'The person'} has an account now.`);
    onInvited(data?.inviteAccount.name ?? '');
    element.reset();
  }
  return (
    <form ref={form} className="stack" onSubmit={(event) => void submit(event)}>
      {faults[''] !== undefined && <p role="alert" className="bad">{faults['']}</p>}
      <TextInput name="name" label="Name" required withAsterisk={false} maxLength={120} error={faults['name']} />
      <TextInput name="email" type="email" label="E-mail address" required withAsterisk={false} error={faults['email']} />
      <PasswordInput name="password" label="First password" description="At least 12 characters. Hand it over yourself; without one the person cannot sign in yet." autoComplete="new-password" minLength={12} maxLength={200}
        error={faults['password']} visibilityToggleButtonProps={{ 'aria-label': 'Show the password' }} />
      <fieldset className="choices" aria-describedby={faults['roles'] === undefined ? undefined : 'roles-fault'}>
        <legend>Roles</legend>
        {roles.map(({ role, may }) => <Checkbox key={role} name="role" value={role} label={roleNames[role]} description={may} />)}
        {faults['roles'] !== undefined && <p id="roles-fault" role="alert" className="bad small">{faults['roles']}</p>}
      </fieldset>
      <div className="row"><Button type="submit" loading={state.fetching}>Give an account</Button></div>
      <p role="status" className={done === '' ? 'unseen' : 'sign good'} data-sign="✓">{done}</p>
    </form>
  );
}
