import { useParams } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { CohortScheduleDocument } from '../../generated/graphql.js';
import { useHasRole } from '../../session/Session.js';
import { Loaded } from '../../states/Loaded.js';
import { CohortScreen } from '../CohortScreen.js';
import { DeadlinesForm } from './DeadlinesForm.js';
import { ReleaseForm } from './ReleaseForm.js';

/** When do units open, and by when are they due? */
export function SchedulePage() {
  const { cohort: id } = useParams({ from: '/cohorts/$cohort/schedule' });
  const coordinates = useHasRole('COORDINATOR', 'ADMINISTRATOR');
  const [result, again] = useQuery({ query: CohortScheduleDocument, variables: { id }, requestPolicy: 'cache-and-network' });
  const retry = () => again({ requestPolicy: 'network-only' });
  return (
    <CohortScreen id={id} title="Schedule">
      {() => (
        <Loaded result={result} value={result.data?.cohort} retry={retry} what="cohort" need="coordinators">
          {(cohort) => (
            <div className="stack wide">
              <ReleaseForm cohort={cohort} locked={!coordinates || cohort.archivedAt !== null} reread={retry} />
              <DeadlinesForm cohort={cohort} locked={!coordinates || cohort.archivedAt !== null} reread={retry} />
            </div>
          )}
        </Loaded>
      )}
    </CohortScreen>
  );
}
