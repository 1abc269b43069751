import { OrganisationBar } from '../administrator/OrganisationBar.js';
import { Page } from '../frame/Page.js';
import { useHasRole } from '../session/Session.js';
import { NoPermission } from '../states/states.js';
import { Bodies } from './Bodies.js';
import { CreditReport } from './CreditReport.js';
import { Template } from './Template.js';
import './certificates.css';

/** How the organisation's certificates look, who recognises its hours, and what is reported to them. */
export function TemplatePage() {
  const may = useHasRole('COORDINATOR', 'ADMINISTRATOR');
  return (
    <Page title="Certificates" within="Organisation" lead="How the next certificates look. Those that were issued stay as they are.">
      <OrganisationBar />
      {!may ? <NoPermission need="coordinators and administrators" /> : (
        <div className="stack wide">
          <Template />
          <Bodies />
          <CreditReport />
        </div>
      )}
    </Page>
  );
}
