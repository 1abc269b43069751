import { Button, PasswordInput, TextInput } from '@mantine/core';
import '@mantine/core/styles/PasswordInput.css';
import '@mantine/core/styles/ActionIcon.css';
import { Navigate, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useMutation, useQuery } from 'urql';
import { safePath } from '../frame/address.js';
import { Page } from '../frame/Page.js';
import { DemoPeopleDocument, SignInAsDemoDocument, SignInDocument } from '../generated/graphql.js';
import { fieldFaults } from '../states/faults.js';
import { useFocusOnFault } from '../states/useFocusOnFault.js';
import { DemoPeople } from './DemoPeople.js';
import { useSession } from './Session.js';
import './sign-in.css';

export function SignIn() {
  const next = safePath(useSearch({ from: '/sign-in' }).next);
  const { person } = useSession();
  const [demo] = useQuery({ query: DemoPeopleDocument });
  const [signing, signIn] = useMutation(SignInDocument);
  const [demoSigning, signInAsDemo] = useMutation(SignInAsDemoDocument);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const form = useFocusOnFault(faults);
  if (person !== null && person !== undefined) return <Navigate to={next} replace />;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const { error } = await signIn({ email: String(fields.get('email')), password: String(fields.get('password')) });
    if (error === undefined) location.assign(next);
    else setFaults(fieldFaults(error));
  }
  async function enterAs(accountId: string) {
    const { error } = await signInAsDemo({ accountId });
    if (error === undefined) location.assign(next);
    else setFaults(fieldFaults(error));
  }
  const people = demo.data?.demoPeople ?? [];
  return (
    <Page title="Sign in" slim trail="Preceptor">
      <div className={people.length > 0 ? 'sign-in with-demo' : 'sign-in'}>
        <form ref={form} onSubmit={(event) => void submit(event)} noValidate={false} className="stack">
          {faults[''] !== undefined && <p role="alert" className="bad">{faults['']}</p>}
          <TextInput name="email" type="email" label="E-mail address" autoComplete="username" required withAsterisk={false} size="md" error={faults['email']} />
          <PasswordInput name="password" label="Password" autoComplete="current-password" required withAsterisk={false} size="md" error={faults['password']}
            visibilityToggleButtonProps={{ 'aria-label': 'Show the password' }} />
          <Button type="submit" size="md" loading={signing.fetching} mt="xs">Sign in</Button>
        </form>
        {people.length > 0 && <DemoPeople people={people} busy={demoSigning.fetching} enterAs={(id) => void enterAs(id)} />}
      </div>
    </Page>
  );
}
