import { Button, Checkbox, PasswordInput, TagsInput, TextInput } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/PasswordInput.css';
import '@mantine/core/styles/ActionIcon.css';
import '@mantine/core/styles/Combobox.css';
import '@mantine/core/styles/Pill.css';
import '@mantine/core/styles/PillsInput.css';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { announce } from '../frame/announce.js';
import { SaveIdentityProviderDocument } from '../generated/graphql.js';
import { fieldFaults } from '../states/faults.js';
import { useFocusOnFault } from '../states/useFocusOnFault.js';
import type { Provider } from './provider.js';
import './ways-in.css';

/** What is set of one provider, saved at once after the provider was asked. */
export function ProviderForm({ provider, done }: { provider: Provider | null; done: () => void }) {
  const [{ fetching }, save] = useMutation(SaveIdentityProviderDocument);
  const [domains, setDomains] = useState<string[]>(provider?.domains ?? []);
  const [withoutSecret, setWithoutSecret] = useState(false);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const form = useFocusOnFault(faults);
  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const field = (name: string) => String(fields.get(name) ?? '').trim();
    const secret = field('clientSecret');
    const clientSecret = withoutSecret ? '' : secret === '' ? null : secret;
    const input = { name: field('name'), issuer: field('issuer'), clientId: field('clientId'), clientSecret, domains, admitsNew: fields.has('admitsNew'), trustsAddresses: fields.has('trustsAddresses'), paused: fields.has('paused') };
    const { error } = await save({ id: provider?.id ?? null, revision: provider?.revision ?? null, input });
    if (error !== undefined) return setFaults(fieldFaults(error));
    announce('Saved.');
    return done();
  }
  const domainFault = faults['domains'] ?? Object.entries(faults).find(([name]) => /^\d+$/.test(name))?.[1];
  return (
    <form ref={form} className="stack" onSubmit={(event) => void submit(event)}>
      {(faults[''] ?? faults['revision']) !== undefined && <p role="alert" className="bad">{faults[''] ?? faults['revision']}</p>}
      <p className="small">Redirect URI, to be entered at the provider: <code className="address">{provider?.redirectUri ?? `${location.origin}/oidc/callback`}</code></p>
      <TextInput name="name" label="What stands on the button" placeholder="Sign in with Riverbend" maxLength={60} required withAsterisk={false} defaultValue={provider?.name ?? ''} error={faults['name']} data-autofocus />
      <TextInput name="issuer" type="url" label="Issuer" description="The address before /.well-known/openid-configuration." placeholder="https://login.example.org/realms/staff" maxLength={300} required withAsterisk={false} defaultValue={provider?.issuer ?? ''} error={faults['issuer']} />
      <TextInput name="clientId" label="Client id" maxLength={300} required withAsterisk={false} autoComplete="off" defaultValue={provider?.clientId ?? ''} error={faults['clientId']} />
      <PasswordInput name="clientSecret" label="Client secret" description={provider?.hasClientSecret === true ? 'One is kept. Leave this empty to keep it.' : 'Empty where the provider knows Preceptor as a public client.'} autoComplete="off" maxLength={1000} disabled={withoutSecret} error={faults['clientSecret']} visibilityToggleButtonProps={{ 'aria-label': 'Show the secret' }} />
      {provider?.hasClientSecret === true && <Checkbox label="Take the kept secret away" checked={withoutSecret} onChange={(event) => setWithoutSecret(event.currentTarget.checked)} />}
      <TagsInput label="Domains of its addresses" description="What stands after the @, such as riverbend.example. It may speak of no other addresses; empty: of any that it has verified." value={domains} onChange={setDomains} error={domainFault} comboboxProps={{ withinPortal: false }} />
      <Checkbox name="admitsNew" label="Let new people in" description="Whoever it knows gets an account, as a learner. Otherwise only people whom you have invited or enrolled come in." defaultChecked={provider?.admitsNew ?? false} />
      <Checkbox name="trustsAddresses" label="Believe addresses of these domains that it does not call verified" description="Some providers, such as Microsoft Entra ID, never say that an address is verified. Only where nobody can choose her address there." defaultChecked={provider?.trustsAddresses ?? false} />
      <Checkbox name="paused" label="Pause it" description="Nobody comes in by it until you go on." defaultChecked={provider?.paused ?? false} />
      <div className="row"><Button type="submit" loading={fetching}>Save the provider</Button></div>
    </form>
  );
}
