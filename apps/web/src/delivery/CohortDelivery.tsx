import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { CohortAccommodationsDocument } from '../generated/graphql.js';
import { CohortAccommodations } from './Accommodations.js';
import { choicesOf } from './choices.js';

/** How a cohort's assessments are delivered, and what the whole of it is granted. */
export function CohortDelivery({ cohort: id }: { cohort: string }) {
  const [{ data }] = useQuery({ query: CohortAccommodationsDocument, variables: { id } });
  const version = data?.cohort?.courseVersion ?? null;
  const choices = choicesOf(version?.outline);
  return (
    <div className="stack wide">
      {version !== null && choices.length > 0 && (
        <section aria-labelledby="delivery" className="stack">
          <h2 id="delivery">Delivery of assessments</h2>
          <ul className="lines">
            {choices.map(({ id: assessment, title }) => (
              <li key={assessment}><Link to="/courses/$course/delivery/$assessment" params={{ course: version.course.id, assessment }} search={{ cohort: id }}>{title}<span className="unseen">: how it is delivered to this cohort</span></Link></li>
            ))}
          </ul>
        </section>
      )}
      <CohortAccommodations cohort={id} choices={choices} />
    </div>
  );
}
