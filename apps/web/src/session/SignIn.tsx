import { Button, PasswordInput, TextInput } from '@mantine/core';
import '@mantine/core/styles/PasswordInput.css';
import '@mantine/core/styles/ActionIcon.css';
import { Navigate, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useMutation, useQuery } from 'urql';
import { safePath } from '../frame/address.js';
import { Page } from '../frame/Page.js';
import { DemoPeopleDocument, SignInAsDemoDocument, SignInDocument } from '../generated/graphql.js';
import { faultOf, fieldFaults } from '../states/faults.js';
import { useFocusOnFault } from '../states/useFocusOnFault.js';
import { AskForLink } from '../joining/AskForLink.js';
import { DemoPeople } from './DemoPeople.js';
import { useSession } from './Session.js';
import './sign-in.css';

export function SignIn() {
  const next = safePath(useSearch({ from: '/sign-in' }).next);
  const { person } = useSession();
  const [demo] = useQuery({ query: DemoPeopleDocument });
  const [signing, signIn] = useMutation(SignInDocument);
  const [demoSigning, signInAsDemo] = useMutation(SignInAsDemoDocument);
  const [byLink, setByLink] = useState(false);
  const [codeAsked, setCodeAsked] = useState(false);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const form = useFocusOnFault(faults);
  if (person !== null && person !== undefined) return <Navigate to={next} replace />;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const { error } = await signIn({ email: String(fields.get('email')), password: String(fields.get('password')), code: codeAsked ? String(fields.get('code') ?? '') : null });
    if (error === undefined) return location.assign(next);
    const needsCode = faultOf(error).code === 'CODE_NEEDED' && !codeAsked;
    setCodeAsked((asked) => asked || needsCode);
    return setFaults(needsCode ? {} : fieldFaults(error));
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
        {byLink ? <AskForLink back={() => setByLink(false)} /> : <form ref={form} onSubmit={(event) => void submit(event)} noValidate={false} className="stack">
          {faults[''] !== undefined && <p role="alert" className="bad">{faults['']}</p>}
          <TextInput name="email" type="email" label="E-mail address" autoComplete="username" required withAsterisk={false} size="md" error={faults['email']} />
          <PasswordInput name="password" label="Password" autoComplete="current-password" required withAsterisk={false} size="md" error={faults['password']}
            visibilityToggleButtonProps={{ 'aria-label': 'Show the password' }} />
          {codeAsked && <TextInput name="code" label="Code of your authenticator app" description="Or one of your recovery codes." autoComplete="one-time-code" required withAsterisk={false} size="md" maxLength={20} autoFocus error={faults['code']} />}
          <Button type="submit" size="md" loading={signing.fetching} mt="xs">Sign in</Button>
          <button type="button" className="link" style={{ alignSelf: 'start' }} onClick={() => setByLink(true)}>Mail me a link instead</button>
        </form>}
        {people.length > 0 && <DemoPeople people={people} busy={demoSigning.fetching} enterAs={(id) => void enterAs(id)} />}
      </div>
    </Page>
  );
}
