import { OrganisationBar } from '../administrator/OrganisationBar.js';
import { Page } from '../frame/Page.js';
import { RegistrationSection } from '../registration/RegistrationSection.js';
import { useHasRole } from '../session/Session.js';
import { NoPermission } from '../states/states.js';
import { Providers } from './Providers.js';

/** How people of the organisation come in. */
export function WaysInPage() {
  const administers = useHasRole('ADMINISTRATOR');
  return (
    <Page title="Signing in" lead="Everybody can sign in by password, passkey or a link in a mail. What you set here comes besides.">
      <OrganisationBar />
      {administers ? <div className="stack wide"><Providers /><RegistrationSection cohort={null} /></div> : <NoPermission need="administrators" />}
    </Page>
  );
}
