import { Button, PasswordInput, TextInput } from '@mantine/core';
import '@mantine/core/styles/PasswordInput.css';
import '@mantine/core/styles/ActionIcon.css';
import { startRegistration, WebAuthnError } from '@simplewebauthn/browser';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { AddPasskeyDocument, BeginPasskeyDocument } from '../generated/graphql.js';
import { fieldFaults } from '../states/faults.js';
import { useFocusOnFault } from '../states/useFocusOnFault.js';

type Options = Parameters<typeof startRegistration>[0]['optionsJSON'];

export function AddPasskey({ hasPassword, others, done }: { hasPassword: boolean; others: number; done: (sentence: string | null) => void }) {
  const [, begin] = useMutation(BeginPasskeyDocument);
  const [, add] = useMutation(AddPasskeyDocument);
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const form = useFocusOnFault(faults);
  async function make(name: string, password: string | null): Promise<Record<string, string>> {
    const begun = await begin({ password });
    if (begun.error !== undefined) return fieldFaults(begun.error);
    try {
      const response = await startRegistration({ optionsJSON: begun.data?.beginPasskey as Options });
      const { error } = await add({ name, response });
      return error === undefined ? {} : fieldFaults(error);
    } catch (fault) {
      return { '': sentenceFor(fault) };
    }
  }
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const name = String(fields.get('name'));
    setBusy(true);
    const found = await make(name, hasPassword ? String(fields.get('password')) : null);
    setBusy(false);
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    setOpen(false);
    done(`${name.trim()} is added. It signs you in from now on.`);
  }
  if (!open) return <div className="row"><Button variant="default" onClick={() => setOpen(true)}>Add a passkey</Button></div>;
  return (
    <form ref={form} className="stack" onSubmit={(event) => void submit(event)}>
      {faults[''] !== undefined && <p role="alert" className="bad">{faults['']}</p>}
      <TextInput name="name" label="What to call it" description="So that you know it again, such as “My phone”." defaultValue={others === 0 ? 'My device' : ''} required withAsterisk={false} maxLength={60} autoComplete="off" autoFocus error={faults['name']} />
      {hasPassword && <PasswordInput name="password" label="Your password" autoComplete="current-password" required withAsterisk={false} error={faults['password']} visibilityToggleButtonProps={{ 'aria-label': 'Show the password' }} />}
      <div className="row"><Button type="submit" loading={busy}>Make the passkey</Button><Button variant="subtle" onClick={() => setOpen(false)}>Not now</Button></div>
    </form>
  );
}

function sentenceFor(fault: unknown): string {
  const code = fault instanceof WebAuthnError ? fault.code : '';
  if (code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED') return 'This device has a passkey for you already.';
  if (code === 'ERROR_AUTHENTICATOR_MISSING_USER_VERIFICATION_SUPPORT' || code === 'ERROR_AUTHENTICATOR_MISSING_DISCOVERABLE_CREDENTIAL_SUPPORT') return 'This device can’t keep passkeys, or has no PIN, finger or face set up.';
  return 'No passkey was made: it was cancelled, or took too long.';
}
