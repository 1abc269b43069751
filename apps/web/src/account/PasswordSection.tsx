import { Button, PasswordInput } from '@mantine/core';
import '@mantine/core/styles/PasswordInput.css';
import '@mantine/core/styles/ActionIcon.css';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { ChangePasswordDocument } from '../generated/graphql.js';
import { fieldFaults } from '../states/faults.js';
import { useFocusOnFault } from '../states/useFocusOnFault.js';
import type { SectionProps } from './section.js';
import { Said, type Outcome } from './Said.js';

export function PasswordSection({ mine, reload }: SectionProps) {
  const [state, change] = useMutation(ChangePasswordDocument);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [outcome, setOutcome] = useState<Outcome>(null);
  const form = useFocusOnFault(faults);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const element = event.currentTarget;
    const fields = new FormData(element);
    const current = fields.get('current');
    const { error } = await change({ current: current === null ? null : String(current), password: String(fields.get('password')) });
    setFaults(error === undefined ? {} : fieldFaults(error));
    setOutcome(error === undefined ? { bad: false, sentence: 'Saved. You are signed out everywhere else.' } : null);
    if (error === undefined) { element.reset(); reload(); }
  }
  const shown = { 'aria-label': 'Show the password' };
  return (
    <form ref={form} className="stack" onSubmit={(event) => void submit(event)}>
      <p className="quiet">{mine.hasPassword ? 'Another password ends your sessions everywhere else.' : 'You sign in without a password. You may add one.'}</p>
      {faults[''] !== undefined && <p role="alert" className="bad">{faults['']}</p>}
      {/* For password managers: whose password it is. */}
      <input type="text" name="username" autoComplete="username" value={mine.account.email} readOnly hidden />
      {mine.hasPassword && <PasswordInput name="current" label="Password until now" autoComplete="current-password" required withAsterisk={false} error={faults['current']} visibilityToggleButtonProps={shown} />}
      <PasswordInput name="password" label={mine.hasPassword ? 'New password' : 'Password'} description="At least 12 characters." autoComplete="new-password" minLength={12} maxLength={200} required withAsterisk={false} error={faults['password']} visibilityToggleButtonProps={shown} />
      <div className="row"><Button type="submit" variant="default" loading={state.fetching}>{mine.hasPassword ? 'Change the password' : 'Set a password'}</Button></div>
      <Said outcome={outcome} />
    </form>
  );
}
