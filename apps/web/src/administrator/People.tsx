import { useState } from 'react';
import { Page } from '../frame/Page.js';
import { useHasRole } from '../session/Session.js';
import { NoPermission } from '../states/states.js';
import { ApiKeyForm } from './ApiKeyForm.js';
import { ApiKeys } from './ApiKeys.js';
import { Invitations } from './Invitations.js';
import { InviteForm } from './InviteForm.js';
import { Members } from './Members.js';
import { OrganisationBar } from './OrganisationBar.js';
import './administrator.css';

/** Who may do what here, and which programs may. */
export function People() {
  const administers = useHasRole('ADMINISTRATOR');
  const [invited, setInvited] = useState(0);
  const [made, setMade] = useState(0);
  return (
    <Page title="People and keys">
      <OrganisationBar />
      {!administers ? <NoPermission need="administrators" /> : (
        <div className="stack wide">
          <Members turn={invited} />
          <div className="two">
            <section aria-labelledby="invite" className="stack">
              <h2 id="invite">Invite somebody</h2>
              <InviteForm onInvited={() => setInvited((now) => now + 1)} />
              <h3>Invited by mail</h3>
              <Invitations turn={invited} />
            </section>
            <section aria-labelledby="keys" className="stack">
              <h2 id="keys">API keys</h2>
              <ApiKeys turn={made} />
              <ApiKeyForm onMade={() => setMade((now) => now + 1)} />
            </section>
          </div>
        </div>
      )}
    </Page>
  );
}
