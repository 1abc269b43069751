import { Button, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { Page } from '../frame/Page.js';
import { AttendDocument } from '../generated/graphql.js';
import { fieldFaults } from '../states/faults.js';
import './sessions.css';

/** Where a learner says that she is there. */
export function Attend() {
  const [code, setCode] = useState('');
  const [state, send] = useMutation(AttendDocument);
  const [fault, setFault] = useState<string | null>(null);
  const done = state.data?.attend ?? null;
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setFault(null);
    const { error } = await send({ code });
    if (error !== undefined) setFault(Object.values(fieldFaults(error))[0] ?? null);
  }
  return (
    <Page title="Say that you are here" within="My learning" trail={<Link to="/home">My learning</Link>} slim>
      {done !== null ? (
        <div className="stack" role="status">
          <p className="sign good" data-sign="✓">You are marked as {done.mark === 'LATE' ? 'there, a little late' : 'there'}: {done.session.title}.</p>
          <p><Link to="/home">Go to my learning</Link></p>
        </div>
      ) : (
        <form className="stack measure" onSubmit={(event) => void submit(event)}>
          <TextInput maw="16rem" label="The code on the screen" description="Six letters and digits" size="lg" autoComplete="one-time-code" autoCapitalize="characters" spellCheck={false} maxLength={12} required withAsterisk={false} value={code} onChange={(event) => setCode(event.currentTarget.value)} error={fault} data-autofocus />
          <p><Button type="submit" size="lg" loading={state.fetching}>I am here</Button></p>
        </form>
      )}
    </Page>
  );
}
