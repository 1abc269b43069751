import { OrganisationBar } from '../administrator/OrganisationBar.js';
import { Page } from '../frame/Page.js';
import { useHasRole } from '../session/Session.js';
import { NoPermission } from '../states/states.js';
import { AuditSearch } from './AuditSearch.js';
import { AuditTrail } from './AuditTrail.js';
import { CheckTrail } from './CheckTrail.js';
import './audit.css';

/** Who changed what, and whether the trail of it is as it was written. */
export function AuditPage() {
  const administers = useHasRole('ADMINISTRATOR');
  return (
    <Page title="Audit">
      <OrganisationBar />
      {!administers ? <NoPermission need="administrators" /> : (
        <div className="stack wide">
          <AuditSearch />
          <AuditTrail />
          <CheckTrail />
        </div>
      )}
    </Page>
  );
}
