import { Button } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useMutation } from 'urql';
import { Page } from '../frame/Page.js';
import { ConfirmRegistrationDocument } from '../generated/graphql.js';
import { fieldFaults } from '../states/faults.js';

/** Where the mail's link leads. A button confirms, not the visit: programs that look through mail open links and press nothing. */
export function ConfirmPage() {
  const { token } = useParams({ from: '/join/confirm/$token' });
  const [{ fetching }, confirm] = useMutation(ConfirmRegistrationDocument);
  const [fault, setFault] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<'WAITING' | 'SIGN_IN' | null>(null);
  async function go() {
    const { data, error } = await confirm({ token });
    if (data?.confirmRegistration === 'IN') return location.assign('/');
    setFault(error === undefined ? null : Object.values(fieldFaults(error)).join(' '));
    return setOutcome(data?.confirmRegistration ?? null);
  }
  return (
    <Page title="Confirm your registration" slim trail="Preceptor">
      <div className="stack sign-in">
        {fault !== null && <p role="alert" className="bad">{fault}</p>}
        <p role="status" className={outcome === null ? 'unseen' : ''}>
          {outcome === 'WAITING' && <><span className="sign good" data-sign="✓">Your address is confirmed.</span> Whoever runs the course lets you in, and a mail tells you. You can close this page.</>}
          {outcome === 'SIGN_IN' && <><span className="sign good" data-sign="✓">You are in.</span> <a href="/sign-in">Sign in</a> as usual.</>}
        </p>
        {outcome === null && <Button size="md" loading={fetching} onClick={() => void go()}>This address is mine</Button>}
      </div>
    </Page>
  );
}
