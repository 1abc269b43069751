import { useParams } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { CohortSettingsDocument } from '../../generated/graphql.js';
import { useHasOwnRole, useHasRole } from '../../session/Session.js';
import { Loaded } from '../../states/Loaded.js';
import { NoPermission } from '../../states/states.js';
import { CohortScreen } from '../CohortScreen.js';
import { Archiving } from './Archiving.js';
import { CohortPeople } from './CohortPeople.js';
import { Cloning } from './Cloning.js';
import { History } from './History.js';
import { SettingsForm } from './SettingsForm.js';

/** How is this cohort set up, and who changed it? */
export function SettingsPage() {
  const { cohort: id } = useParams({ from: '/cohorts/$cohort/settings' });
  const coordinates = useHasRole('COORDINATOR', 'ADMINISTRATOR');
  // Copies, archives and rights are for who coordinates more than this cohort.
  const organisationWide = useHasOwnRole('COORDINATOR', 'ADMINISTRATOR');
  const [result, again] = useQuery({ query: CohortSettingsDocument, variables: { id } });
  const retry = () => again({ requestPolicy: 'network-only' });
  return (
    <CohortScreen id={id} title="Settings">
      {() => !coordinates ? <NoPermission need="coordinators" /> : (
        <Loaded result={result} value={result.data?.cohort} retry={retry} what="cohort" need="coordinators">
          {(cohort) => (
            <div className="stack wide">
              <SettingsForm key={`${cohort.id}${cohort.archivedAt ?? ''}`} cohort={cohort} reread={retry} />
              {organisationWide && <CohortPeople key={cohort.facilitators.map((person) => person.id).join()} cohort={cohort.id} />}
              {organisationWide && <Cloning cohort={cohort} />}
              {organisationWide && <Archiving cohort={cohort} />}
              <History changes={cohort.changes} />
            </div>
          )}
        </Loaded>
      )}
    </CohortScreen>
  );
}
