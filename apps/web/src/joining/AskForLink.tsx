import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { RequestSignInLinkDocument } from '../generated/graphql.js';
import { fieldFaults } from '../states/faults.js';

/** Asks for a link to sign in, by mail. What is answered is the same whoever has the address. */
export function AskForLink({ email: known, back }: { email: string; back: () => void }) {
  const [state, ask] = useMutation(RequestSignInLinkDocument);
  const [sent, setSent] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get('email'));
    const { error } = await ask({ email });
    setFault(error === undefined ? null : Object.values(fieldFaults(error)).join(' '));
    setSent(error === undefined ? email : null);
  }
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      {fault !== null && <p role="alert" className="bad">{fault}</p>}
      <p role="status" className={sent === null ? 'unseen' : ''}>{sent !== null && <><span className="sign good" data-sign="✓">Look into your mail.</span> If {sent} has an account here, a link is on its way. It works once, for 15 minutes.</>}</p>
      {sent === null && <TextInput name="email" type="email" label="E-mail address" autoComplete="username" required withAsterisk={false} size="md" autoFocus defaultValue={known} />}
      {sent === null && <Button type="submit" size="md" loading={state.fetching}>Mail me a link</Button>}
      <button type="button" className="link start" onClick={back}>Sign in another way</button>
    </form>
  );
}
