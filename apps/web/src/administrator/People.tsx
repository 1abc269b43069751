import { useState } from 'react';
import { Page } from '../frame/Page.js';
import { useSession } from '../session/Session.js';
import { NoPermission } from '../states/states.js';
import { ApiKeyForm } from './ApiKeyForm.js';
import { InviteForm } from './InviteForm.js';
import './administrator.css';

/** Who may do what here, and which programs may. */
export function People() {
  const { person } = useSession();
  const [invited, setInvited] = useState<string[]>([]);
  return (
    <Page title="People and keys">
      {person?.roles.includes('ADMINISTRATOR') !== true ? <NoPermission need="administrators" /> : (
        <div className="two">
          <section aria-labelledby="invite" className="stack">
            <h2 id="invite">Give somebody an account</h2>
            <InviteForm onInvited={(name) => setInvited([...invited, name])} />
          </section>
          <section aria-labelledby="keys" className="stack">
            <h2 id="keys">API keys</h2>
            <ApiKeyForm />
          </section>
        </div>
      )}
    </Page>
  );
}
