import { Button, TextInput } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { Page } from '../frame/Page.js';
import { SignInByLinkDocument } from '../generated/graphql.js';
import { faultOf, fieldFaults } from '../states/faults.js';

/** Where a mailed link leads. A button signs in, not the visit: programs that look through mail open links and press nothing. */
export function LinkPage() {
  const { token } = useParams({ from: '/sign-in/link/$token' });
  const [state, signIn] = useMutation(SignInByLinkDocument);
  const [codeAsked, setCodeAsked] = useState(false);
  const [faults, setFaults] = useState<Record<string, string>>({});
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { error } = await signIn({ token, code: codeAsked ? String(new FormData(event.currentTarget).get('code') ?? '') : null });
    if (error === undefined) return location.assign('/');
    const needsCode = faultOf(error).code === 'CODE_NEEDED' && !codeAsked;
    setCodeAsked((asked) => asked || needsCode);
    return setFaults(needsCode ? {} : fieldFaults(error));
  }
  return (
    <Page title="Sign in" slim trail="Preceptor">
      <form className="stack sign-in" onSubmit={(event) => void submit(event)}>
        {faults[''] !== undefined && <p role="alert" className="bad">{faults['']}</p>}
        {codeAsked && <TextInput name="code" label="Code of your authenticator app" description="Or one of your recovery codes." autoComplete="one-time-code" required withAsterisk={false} size="md" maxLength={20} autoFocus error={faults['code']} />}
        <Button type="submit" size="md" loading={state.fetching}>Sign in now</Button>
        <p className="small quiet">This link works once, for 15 minutes. <a href="/sign-in">Sign in another way</a></p>
      </form>
    </Page>
  );
}
