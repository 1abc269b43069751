import { Button, PasswordInput, TextInput } from '@mantine/core';
import '@mantine/core/styles/PasswordInput.css';
import '@mantine/core/styles/ActionIcon.css';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { SignInDocument } from '../generated/graphql.js';
import { faultOf, fieldFaults } from '../states/faults.js';
import { useFocusOnFault } from '../states/useFocusOnFault.js';

type Step = 'who' | 'password' | 'code';

/**
 * The address, then the password, then the code where there is a second step: one field at a time, in one form. The password's field is
 * there from the start, out of sight: a password manager fills both, and then one press signs in.
 */
export function PasswordForm({ next, askForLink }: { next: string; askForLink: (email: string) => void }) {
  const [state, signIn] = useMutation(SignInDocument);
  const [step, setStep] = useState<Step>('who');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [faults, setFaults] = useState<Record<string, string>>({});
  const form = useFocusOnFault(faults);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    // What a password manager has filled in need not have told us.
    const fields = new FormData(event.currentTarget);
    const [who, secret] = [String(fields.get('email') ?? email), String(fields.get('password') ?? password)];
    setEmail(who);
    setPassword(secret);
    if (step === 'who' && secret === '') return setStep('password');
    const { error } = await signIn({ email: who, password: secret, code: step === 'code' ? String(fields.get('code') ?? '') : null });
    if (error === undefined) return location.assign(next);
    const { code } = faultOf(error);
    if (code === 'CODE_NEEDED' && step !== 'code') { setFaults({}); return setStep('code'); }
    if (code !== 'WRONG_CODE' && step !== 'password') setStep('password');
    return setFaults(fieldFaults(error));
  }
  const again = () => { setStep('who'); setPassword(''); setFaults({}); };
  return (
    <form ref={form} onSubmit={(event) => void submit(event)} className="stack">
      {faults[''] !== undefined && <p role="alert" className="bad">{faults['']}</p>}
      {step === 'who' ? (
        <>
          <TextInput name="email" type="email" label="E-mail address" autoComplete="username webauthn" required withAsterisk={false} size="md" value={email} onChange={(event) => setEmail(event.currentTarget.value)} error={faults['email']} />
          <input type="password" name="password" autoComplete="current-password" className="unseen" tabIndex={-1} aria-hidden defaultValue="" />
        </>
      ) : (
        <>
          <p className="who"><span>{email}</span> <button type="button" className="link" onClick={again}>Somebody else</button></p>
          <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
        </>
      )}
      {step === 'password' && <PasswordInput name="password" label="Password" autoComplete="current-password" required withAsterisk={false} size="md" autoFocus value={password} onChange={(event) => setPassword(event.currentTarget.value)} error={faults['password']} visibilityToggleButtonProps={{ 'aria-label': 'Show the password' }} />}
      {step === 'code' && <TextInput name="code" label="Code of your authenticator app" description="Or one of your recovery codes." autoComplete="one-time-code" required withAsterisk={false} size="md" maxLength={20} autoFocus error={faults['code']} />}
      <Button type="submit" size="md" loading={state.fetching} mt="xs">{step === 'who' ? 'Continue' : 'Sign in'}</Button>
      <button type="button" className="link start" onClick={() => askForLink(email)}>Mail me a link instead</button>
    </form>
  );
}
