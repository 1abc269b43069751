import { Button, PasswordInput, TextInput } from '@mantine/core';
import '@mantine/core/styles/PasswordInput.css';
import '@mantine/core/styles/ActionIcon.css';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { BeginSecondFactorDocument, ConfirmSecondFactorDocument, RemoveSecondFactorDocument } from '../generated/graphql.js';
import { fieldFaults } from '../states/faults.js';
import { useFocusOnFault } from '../states/useFocusOnFault.js';
import { plural } from '../time/words.js';
import type { SectionProps } from './section.js';

/** Codes of an authenticator app: set up, and taken away. */
export function SecondStepSection({ mine, reload }: SectionProps) {
  const [codes, setCodes] = useState<string[] | null>(null);
  if (codes !== null) return <RecoveryCodes codes={codes} onKept={() => { setCodes(null); reload(); }} />;
  return mine.secondFactor === null ? <SetUp mine={mine} reload={reload} onCodes={setCodes} /> : <InForce mine={mine} reload={reload} left={mine.secondFactor.recoveryCodesLeft} />;
}

const shown = { 'aria-label': 'Show the password' };

function SetUp({ mine, onCodes }: SectionProps & { onCodes: (codes: string[]) => void }) {
  const [begun, begin] = useMutation(BeginSecondFactorDocument);
  const [confirming, confirm] = useMutation(ConfirmSecondFactorDocument);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const form = useFocusOnFault(faults);
  const setting = begun.data?.beginSecondFactor;
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    if (setting === undefined) {
      const password = fields.get('password');
      const { error } = await begin({ password: password === null ? null : String(password) });
      return setFaults(error === undefined ? {} : fieldFaults(error));
    }
    const { data, error } = await confirm({ code: String(fields.get('code')) });
    setFaults(error === undefined ? {} : fieldFaults(error));
    if (data !== undefined && data !== null) onCodes(data.confirmSecondFactor);
    return undefined;
  }
  return (
    <form ref={form} className="stack" onSubmit={(event) => void submit(event)}>
      <p className="quiet">With a second step a stolen password is not enough: signing in also asks for a code that an authenticator app on your phone shows.</p>
      {faults[''] !== undefined && <p role="alert" className="bad">{faults['']}</p>}
      {setting === undefined ? (
        <>
          {mine.hasPassword && <PasswordInput name="password" label="Your password" autoComplete="current-password" required withAsterisk={false} error={faults['password']} visibilityToggleButtonProps={shown} />}
          <div className="row"><Button type="submit" variant="default" loading={begun.fetching}>Set up a second step</Button></div>
        </>
      ) : (
        <>
          <p>1. Scan this with your authenticator app.</p>
          <img className="qr" src={setting.picture} alt="QR code for the authenticator app" />
          <p className="small quiet">Or type this into it: <code>{setting.secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code></p>
          <TextInput name="code" label="2. Type the six digits that it shows" inputMode="numeric" autoComplete="one-time-code" required withAsterisk={false} maxLength={10} error={faults['code']} data-autofocus />
          <div className="row"><Button type="submit" loading={confirming.fetching}>Put it in force</Button></div>
        </>
      )}
    </form>
  );
}

function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  return (
    <div role="status" className="stack">
      <p className="sign good" data-sign="✓">The second step is in force.</p>
      <p>Keep these codes where you find them without your phone. Each signs you in once in the place of a code. They are not shown again.</p>
      <ul className="recovery" aria-label="Recovery codes">{codes.map((code) => <li key={code}>{code}</li>)}</ul>
      <div className="row"><Button onClick={onKept}>I have kept them</Button><button type="button" className="link" onClick={() => void navigator.clipboard.writeText(codes.join('\n'))}>Copy them</button></div>
    </div>
  );
}

function InForce({ mine, reload, left }: SectionProps & { left: number }) {
  const [state, remove] = useMutation(RemoveSecondFactorDocument);
  const [asking, setAsking] = useState(false);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const form = useFocusOnFault(faults);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const password = fields.get('password');
    const { error } = await remove({ password: password === null ? null : String(password), code: String(fields.get('code')) });
    setFaults(error === undefined ? {} : fieldFaults(error));
    if (error === undefined) reload();
  }
  return (
    <div className="stack">
      <p><span className="sign good" data-sign="✓">In force.</span> <span className={left < 3 ? 'warn' : 'quiet'}>{plural(left, 'recovery code is', 'recovery codes are')} left{left < 3 ? ': take the second step away and set it up again for new ones' : ''}.</span></p>
      {!asking ? <div className="row"><Button variant="default" onClick={() => setAsking(true)}>Take it away</Button></div> : (
        <form ref={form} className="stack" onSubmit={(event) => void submit(event)}>
          <p>From then on your password alone signs you in.</p>
          {faults[''] !== undefined && <p role="alert" className="bad">{faults['']}</p>}
          {mine.hasPassword && <PasswordInput name="password" label="Your password" autoComplete="current-password" required withAsterisk={false} error={faults['password']} visibilityToggleButtonProps={shown} />}
          <TextInput name="code" label="Code of your app, or a recovery code" autoComplete="one-time-code" required withAsterisk={false} maxLength={20} error={faults['code']} />
          <div className="row"><Button type="submit" className="danger" loading={state.fetching}>Take the second step away</Button><Button variant="subtle" onClick={() => setAsking(false)}>Keep it</Button></div>
        </form>
      )}
    </div>
  );
}
