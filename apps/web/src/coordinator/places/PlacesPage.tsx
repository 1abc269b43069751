import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { CohortPlacesDocument } from '../../generated/graphql.js';
import { InviteLearners } from '../../registration/InviteLearners.js';
import { RegistrationSection } from '../../registration/RegistrationSection.js';
import { useHasRole } from '../../session/Session.js';
import { Loaded } from '../../states/Loaded.js';
import { plural } from '../../time/words.js';
import { CohortScreen } from '../CohortScreen.js';
import { EnrolLearner } from '../EnrolLearner.js';
import type { Places } from './cohortPlaces.js';
import { WaitingList } from './WaitingList.js';
import { Withdrawn } from './Withdrawn.js';

/** Is there a place, who waits for one, who has left? */
export function PlacesPage() {
  const { cohort: id } = useParams({ from: '/cohorts/$cohort/places' });
  const coordinates = useHasRole('COORDINATOR', 'ADMINISTRATOR');
  const [result, again] = useQuery({ query: CohortPlacesDocument, variables: { id }, requestPolicy: 'cache-and-network' });
  const [done, setDone] = useState('');
  const retry = () => again({ requestPolicy: 'network-only' });
  const changed = (sentence: string) => { setDone(sentence); retry(); };
  const cohort = result.data?.cohort ?? null;
  const acts = coordinates && cohort !== null && cohort.archivedAt === null;
  return (
    <CohortScreen id={id} title="Places" lead={cohort !== null && takenWords(cohort)} actions={acts && <EnrolLearner cohort={id} onEnrolled={retry} />}>
      {() => (
        <Loaded result={result} value={cohort} retry={retry} what="cohort" need="coordinators">
          {(places) => (
            <div className="stack wide">
              <p role="status" className={done === '' ? 'unseen' : 'sign good'} data-sign="✓">{done}</p>
              <WaitingList places={places} acts={acts} onDone={changed} />
              {acts && <InviteLearners cohort={id} />}
              {acts && <RegistrationSection cohort={id} />}
              <Withdrawn places={places} acts={acts} onDone={changed} />
              <p className="small quiet measure">How many places there are, and who gets one that frees, is in the <Link to="/cohorts/$cohort/settings" params={{ cohort: id }}>settings</Link>. To withdraw somebody, open the learner from the <Link to="/cohorts/$cohort" params={{ cohort: id }}>list of learners</Link>.</p>
            </div>
          )}
        </Loaded>
      )}
    </CohortScreen>
  );
}

function takenWords({ capacity, placesTaken }: Places): string {
  if (capacity === null) return `${plural(placesTaken, 'place')} taken; there is no limit`;
  if (placesTaken > capacity) return `${plural(placesTaken, 'learner')} and only ${plural(capacity, 'place')}: the next waits in line`;
  return placesTaken >= capacity ? (capacity === 1 ? 'The one place is taken' : `All ${capacity} places are taken`) : `${placesTaken} of ${plural(capacity, 'place')} taken, ${capacity - placesTaken} free`;
}
