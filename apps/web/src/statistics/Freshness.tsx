import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useMutation } from 'urql';
import { ComputeAgainDocument, type StatisticsFilterInput, type TestNumbersFragment } from '../generated/graphql.js';
import { useHasRole } from '../session/Session.js';
import { faultOf } from '../states/faults.js';
import { plural } from '../time/words.js';
import { When } from '../time/When.js';

interface Props { course: string; filter: StatisticsFilterInput; numbers: TestNumbersFragment; /** whether an answer is on its way */ loading: boolean; again: () => void }
const every = 1_500;

/** From how many attempts and when the numbers were computed, what came since, and the way to compute them again. */
export function Freshness({ course, filter, numbers: { assessment, attempts, computedAt, newer, outOfDate, computing, progress, fault }, loading, again }: Props) {
  const mayCompute = useHasRole('INSTRUCTOR', 'ADMINISTRATOR');
  const [{ fetching, error }, compute] = useMutation(ComputeAgainDocument);
  const busy = fetching || computing;
  useEffect(() => {
    if (!busy || loading) return;
    const timer = setTimeout(again, every);
    return () => clearTimeout(timer);
  }, [busy, loading, again]);
  const trouble = error === undefined ? fault : faultOf(error).message;
  return (
    <div className="freshness small">
      <p role="status" className="quiet">
        {busy ? <>Computing{progress === null ? '' : `: ${Math.floor(100 * progress)} % of the attempts are read`}{computedAt !== null && <>; until then these numbers are of <When at={computedAt} /></>}.</> : (
          <>
            {computedAt !== null && <>From {plural(attempts, 'learner')}, the first attempt of each; computed <When at={computedAt} />.</>}
            {newer > 0 ? ` ${plural(newer, 'attempt has', 'attempts have')} come since.` : outOfDate ? ' Answers were graded or an item was changed since.' : ''}
          </>
        )}
      </p>
      {busy && <progress aria-label="Computing the statistics" {...(progress === null ? {} : { value: progress })} />}
      {!busy && mayCompute && (computedAt !== null || trouble !== null) && (
        <Button size="xs" variant={outOfDate ? 'filled' : 'default'} onClick={() => void compute({ course, assessment, filter })}>Compute again</Button>
      )}
      {!busy && trouble !== null && <p role="alert" className="bad">{trouble}</p>}
    </div>
  );
}
