import { Button, PasswordInput, TextInput } from '@mantine/core';
import '@mantine/core/styles/PasswordInput.css';
import '@mantine/core/styles/ActionIcon.css';
import { useParams } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useMutation, useQuery } from 'urql';
import { Page } from '../frame/Page.js';
import { AcceptInvitationDocument, OpenInvitationDocument, type OpenInvitationQuery } from '../generated/graphql.js';
import { roleNames } from '../session/roles.js';
import { faultOf, fieldFaults } from '../states/faults.js';
import { Bones } from '../states/states.js';
import { useFocusOnFault } from '../states/useFocusOnFault.js';

/** Where the link of an invitation leads: what one is invited to, and one form. */
export function InvitationPage() {
  const { token } = useParams({ from: '/invitation/$token' });
  const [{ data, error }] = useQuery({ query: OpenInvitationDocument, variables: { token } });
  if (error !== undefined) return <Page title="This invitation does not work" slim trail="Preceptor"><p className="measure">{faultOf(error).message}</p><p><a href="/sign-in">Sign in</a></p></Page>;
  if (data === undefined) return <Page title="Your invitation" slim trail="Preceptor"><Bones /></Page>;
  return <Accept token={token} invitation={data.openInvitation} />;
}

function Accept({ token, invitation }: { token: string; invitation: OpenInvitationQuery['openInvitation'] }) {
  const { organisation, email, name, roles, known, needsPassword } = invitation;
  const [state, accept] = useMutation(AcceptInvitationDocument);
  const [codeAsked, setCodeAsked] = useState(false);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const form = useFocusOnFault(faults);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const some = (field: string) => { const value = fields.get(field); return value === null || value === '' ? null : String(value); };
    const { error } = await accept({ token, name: some('name'), password: some('password'), code: some('code') });
    if (error === undefined) return location.assign(needsPassword && some('password') === null ? '/account' : '/');
    const needsCode = faultOf(error).code === 'CODE_NEEDED' && !codeAsked;
    setCodeAsked((asked) => asked || needsCode);
    return setFaults(needsCode ? {} : fieldFaults(error));
  }
  return (
    <Page title={`Welcome to ${organisation}`} slim trail="Preceptor" lead={`You are invited as ${roles.map((role) => roleNames[role].toLowerCase()).join(', ')}.`}>
      <form ref={form} className="stack sign-in" onSubmit={(event) => void submit(event)}>
        <p className="quiet">You will sign in as {email}.</p>
        {faults[''] !== undefined && <p role="alert" className="bad">{faults['']}</p>}
        {!known && <TextInput name="name" label="Your name" description="As it is to stand on certificates." autoComplete="name" defaultValue={name} required withAsterisk={false} maxLength={120} size="md" error={faults['name']} />}
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
        {needsPassword && <PasswordInput name="password" label="Choose a password" description="At least 12 characters. Leave it empty to sign in by links in mails." autoComplete="new-password" minLength={12} maxLength={200} size="md" error={faults['password']} visibilityToggleButtonProps={{ 'aria-label': 'Show the password' }} />}
        {codeAsked && <TextInput name="code" label="Code of your authenticator app" autoComplete="one-time-code" required withAsterisk={false} size="md" maxLength={20} autoFocus error={faults['code']} />}
        <Button type="submit" size="md" loading={state.fetching} mt="xs">Join {organisation}</Button>
      </form>
    </Page>
  );
}
