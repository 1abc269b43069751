import { Button } from '@mantine/core';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { announce } from '../frame/announce.js';
import { Dialog } from '../frame/Dialog.js';
import { IdentityProvidersDocument, RemoveIdentityProviderDocument } from '../generated/graphql.js';
import { fieldFaults } from '../states/faults.js';
import { Loaded } from '../states/Loaded.js';
import { plural } from '../time/words.js';
import type { Provider } from './provider.js';
import { ProviderForm } from './ProviderForm.js';
import './ways-in.css';

/** The organisation's own sign-in, where it has one: by which providers its people come in. */
export function Providers() {
  const [result, again] = useQuery({ query: IdentityProvidersDocument });
  const [editing, setEditing] = useState<Provider | 'new' | null>(null);
  const [removing, setRemoving] = useState<Provider | null>(null);
  const reload = () => again({ requestPolicy: 'network-only' });
  const done = () => { setEditing(null); setRemoving(null); reload(); };
  const organisation = result.data?.viewer?.organisation.id;
  return (
    <section aria-labelledby="providers" className="stack">
      <div className="row between"><h2 id="providers">Your organisation’s own sign-in</h2><Button variant="default" size="xs" onClick={() => setEditing('new')}>Add a provider</Button></div>
      <p className="quiet measure">With OpenID Connect, people come in with the account that they have at work: Microsoft Entra ID, Google Workspace, Okta, Keycloak and others.</p>
      <Loaded result={result} value={result.data?.identityProviders} retry={reload} what="list" need="administrators">
        {(providers) => providers.length === 0 ? <p className="measure">None yet. Register Preceptor as a web application at your provider, with this redirect URI: <code className="address">{location.origin}/oidc/callback</code> Then add the provider here.</p> : (
          <>
            <ul className="lines">
              {providers.map((provider) => (
                <li key={provider.id} className="row between">
                  <div className="grow">
                    <p><strong>{provider.name}</strong>{provider.paused && <span className="warn"> paused</span>}</p>
                    <p className="small quiet">{provider.issuer}</p>
                    <p className="small quiet">{provider.domains.length === 0 ? 'Any verified address' : provider.domains.join(', ')}; {provider.admitsNew ? 'new people get an account as learners' : 'only for those who have an account'}; {plural(provider.people, 'person has', 'people have')} come in by it.</p>
                  </div>
                  <div className="row">
                    <Button variant="default" size="xs" onClick={() => setEditing(provider)} aria-label={`Change ${provider.name}`}>Change</Button>
                    <Button variant="subtle" size="xs" onClick={() => setRemoving(provider)} aria-label={`Remove ${provider.name}`}>Remove</Button>
                  </div>
                </li>
              ))}
            </ul>
            <p className="small measure">Your people’s own sign-in page, with the button: <code className="address">{location.origin}/sign-in?at={organisation}</code> A browser that has opened it once keeps the button.</p>
          </>
        )}
      </Loaded>
      <Dialog opened={editing !== null} close={() => setEditing(null)} title={editing === null || editing === 'new' ? 'Add a provider' : `Change ${editing.name}`}>
        {editing !== null && <ProviderForm provider={editing === 'new' ? null : editing} done={done} />}
      </Dialog>
      <Dialog opened={removing !== null} close={() => setRemoving(null)} title={`Remove ${removing?.name ?? ''}?`}>
        {removing !== null && <Removing provider={removing} done={done} />}
      </Dialog>
    </section>
  );
}

function Removing({ provider, done }: { provider: Provider; done: () => void }) {
  const [{ fetching }, remove] = useMutation(RemoveIdentityProviderDocument);
  const [fault, setFault] = useState<string | null>(null);
  async function confirm() {
    const { error } = await remove({ id: provider.id });
    if (error !== undefined) return setFault(Object.values(fieldFaults(error)).join(' '));
    announce(`${provider.name} is removed.`);
    return done();
  }
  return (
    <div className="stack">
      {fault !== null && <p role="alert" className="bad">{fault}</p>}
      <p>Nobody comes in by it any more. {provider.people === 0 ? '' : `The ${plural(provider.people, 'person who did keeps her account, and signs', 'people who did keep their accounts, and sign')} in by a link in a mail.`}</p>
      <div className="row"><Button className="danger" loading={fetching} onClick={() => void confirm()}>Remove the provider</Button><Button variant="subtle" onClick={done}>Keep it</Button></div>
    </div>
  );
}
