import { useQuery } from 'urql';
import { Page } from '../frame/Page.js';
import { OrganisationSettingsDocument } from '../generated/graphql.js';
import { useHasRole, useSession } from '../session/Session.js';
import { Loaded } from '../states/Loaded.js';
import { NoPermission } from '../states/states.js';
import { When } from '../time/When.js';
import { Logo } from './Logo.js';
import { OrganisationBar } from './OrganisationBar.js';
import { OrganisationForm } from './OrganisationForm.js';

/** How the organisation looks, from whom it writes, and how long it keeps what. */
export function OrganisationPage() {
  const administers = useHasRole('ADMINISTRATOR');
  return (
    <Page title="Organisation" lead="What your people see of the organisation, and what holds for all of its cohorts.">
      <OrganisationBar />
      {administers ? <Settings /> : <NoPermission need="administrators" />}
    </Page>
  );
}

function Settings() {
  const [result, again] = useQuery({ query: OrganisationSettingsDocument });
  const { retry: readSession } = useSession();
  const reload = () => { again({ requestPolicy: 'network-only' }); readSession(); };
  return (
    <Loaded result={result} value={result.data?.organisationSettings} retry={reload} what="organisation" need="administrators">
      {(settings) => (
        <div className="stack wide">
          <Logo url={settings.organisation.logoUrl} onChanged={reload} />
          <OrganisationForm key={settings.revision} settings={settings} onSaved={reload} />
          {settings.changedAt !== null && <p className="small quiet">Saved last <When at={settings.changedAt} />{settings.changedBy !== null && ` by ${settings.changedBy.name}`}.</p>}
        </div>
      )}
    </Loaded>
  );
}
