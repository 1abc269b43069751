import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { RenamePasskeyDocument } from '../generated/graphql.js';
import { fieldFaults } from '../states/faults.js';

export function RenamePasskey({ passkey, done }: { passkey: { id: string; name: string }; done: (sentence: string | null) => void }) {
  const [{ fetching }, rename] = useMutation(RenamePasskeyDocument);
  const [fault, setFault] = useState<string | null>(null);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name'));
    const { error } = await rename({ id: passkey.id, name });
    if (error !== undefined) return setFault(Object.values(fieldFaults(error)).join(' '));
    return done('Saved.');
  }
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <TextInput name="name" label="Name of the passkey" defaultValue={passkey.name} required withAsterisk={false} maxLength={60} error={fault} autoFocus autoComplete="off" />
      <div className="row"><Button type="submit" variant="default" loading={fetching}>Rename the passkey</Button><Button variant="subtle" onClick={() => done(null)}>Leave it</Button></div>
    </form>
  );
}
